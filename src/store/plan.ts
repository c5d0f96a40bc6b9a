// What a list asks of the store, and what it gets: filters, order, position in the order, page.
import type { DateBounds } from '../records/dates.ts';
import type { Collection } from '../records/references.ts';
import type { TextQuery } from '../text/query.ts';

/** Values of one facet: a document must have any of them, or (negated) none. */
export interface Group {
  facet: string;
  values: string[];
  negated: boolean;
}

/**
 * By the collection's own order, by weight (heaviest first), by date (newest first), by the state of the dataset that added the document (newest
 * first) or by relevance to the search (best first), ties in the collection's order; or that, reversed.
 */
export interface Order {
  by: 'key' | 'weight' | 'date' | 'added' | 'relevance';
  reversed: boolean;
}

/** Where a page ended; keeps its meaning when documents come and go. */
export interface Position {
  key: string;
  /** The weight, the state or the score of its last document. */
  weight: number;
}

/** Bounds of the date that a facet holds (src/records/dates.ts). */
export interface BoundedDate extends DateBounds {
  facet: string;
}

/** Which documents of a collection: they satisfy every group, and their date can lie within the bounds. */
export interface Selection {
  collection: Collection;
  groups: Group[];
  dates: BoundedDate | null;
  search?: TextQuery | null;
}

/** What to find, in which order, from where on. */
export interface Plan extends Selection {
  order: Order;
  after: Position | null;
  limit: number;
}

/** One page: its documents as JSON, the exact number of all matches, and the position of the next page (null at the end). */
export interface Page {
  bodies: Buffer[];
  total: number;
  next: Position | null;
}
