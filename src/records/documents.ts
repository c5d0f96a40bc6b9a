// What a resource hands to the read model: the answers of its collection, each with its place in order and its filter terms.

import type { IndexedText } from '../text/indexed-text.ts';
import type { Collection } from './kinds.ts';
import type { Count } from './references.ts';

/** One answer. */
export interface Document<Body extends object = object> {
  id: string;
  /** Sorts the collection in its default order, byte by byte; unique. */
  sortKey: string;
  /** How much is behind it: renditions of a statement, statements of anything else. */
  weight: number;
  /** The answer, to be sent as JSON. */
  body: Body;
  /** The filter values that it answers to, as [facet, value]. */
  terms: Iterable<readonly [facet: string, value: string]>;
  /** The instant of its date in milliseconds since 1970, where the date is known to the moment. */
  moment?: number | null;
  /** What it can be found by in a search; nothing where it is left out. */
  text?: IndexedText;
}

/** How many documents of a collection carry a value, with the list of them. */
export type Counter = (collection: Collection, facet: string, value: string) => Count;
