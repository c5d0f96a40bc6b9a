// What a list asks of the store, and what it gets: filters, order, position in the order, page.
import type { DateBounds } from '../records/dates.ts';
import type { Collection } from '../records/kinds.ts';
import type { TextQuery } from '../text/query.ts';

/** The facets of statements whose values come of single renditions. */
const facetsOfRenditions = [
  'outlet',
  'publisher',
  'via',
  'source',
  'mode',
  'cue',
  'language',
  'proof',
] as const;

export type FacetOfRenditions = (typeof facetsOfRenditions)[number];

export const isOfRendition = (facet: string): facet is FacetOfRenditions =>
  facetsOfRenditions.some((each) => each === facet);

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

/** The number of combinations of groups of different facets of renditions. */
export const combinationsOf = (groups: readonly Group[]): number =>
  facetsOfRenditions
    .map((facet) => groups.filter((group) => group.facet === facet && !group.negated).length)
    .reduce((product, count) => product * Math.max(count, 1), 1);

/** The groups with one more value. A group of the same facet that holds the value says no more beside it. */
export const narrowedTo = (groups: readonly Group[], facet: string, value: string): Group[] => [
  ...groups.filter(({ facet: own, values, negated }) => negated || own !== facet || !values.includes(value)),
  { facet, values: [value], negated: false },
];

/**
 * Which documents of a collection: they satisfy every group, and their date can lie within the bounds. Of statements, groups
 * that ask for several attributes of renditions are satisfied by one and the same rendition; where a facet has several groups, by
 * one for each combination of groups of different facets.
 */
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
