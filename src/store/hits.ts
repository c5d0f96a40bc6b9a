// What a search over several collections returns, and what completes a name.
import type { Collection, Kind } from '../records/kinds.ts';
import type { Position } from './plan.ts';

/** A document that a search found, with its position in the order. */
export interface Hit {
  collection: Collection;
  body: Buffer;
  position: Position;
}

/** The best hits and the exact number of all. */
export interface Hits {
  hits: Hit[];
  total: number;
}

/**
 * A name of which a word begins as typed, with the filter of /statements and its value that it stands for, and the statements that
 * this leaves.
 */
export interface Completion {
  kind: Kind;
  id: string;
  form: string;
  facet: string;
  value: string;
  count: number;
}
