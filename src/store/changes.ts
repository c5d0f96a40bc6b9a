// The log of changes: revisions of the dataset, and what became of documents between two of them.
import type { Collection } from '../records/kinds.ts';

/** One state of the dataset in the log. `at` is the moment at which it was derived, ISO 8601, UTC; no two share one. */
export interface Revision {
  number: number;
  version: string;
  at: string;
}

/**
 * Changes after one revision (0 is before the first) up to another, in some collections. `different` leaves out what was
 * changed and changed back; `touched` does not.
 */
export interface ChangeSpan {
  base: number;
  to: number;
  asks: 'different' | 'touched';
  collections: readonly Collection[];
}

/** What became of a document, the revision in which that happened, and its place in the order of changes. */
export interface DocumentChange {
  place: number;
  collection: Collection;
  id: string;
  change: 'added' | 'changed' | 'removed';
  version: string;
  at: string;
}

/** When a document was added, and when it last became another; both ISO 8601, UTC. */
export interface DocumentDates {
  added: string;
  changed: string;
}

/** The change after which a page begins. */
export type ChangePosition = Pick<DocumentChange, 'place' | 'collection' | 'id'>;
