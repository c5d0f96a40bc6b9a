// What a completed name can stand for, and how many names are compared.
import type { Kind } from '../records/references.ts';

/** The filters of /statements that a record of each kind can stand for. */
export const filtersOfKinds: readonly (readonly [kind: Kind, facet: string])[] = [
  ['person', 'speaker'],
  ['person', 'addressee'],
  ['person', 'mention'],
  ['organization', 'speaker'],
  ['organization', 'outlet'],
  ['organization', 'addressee'],
  ['organization', 'mention'],
  ['place', 'place'],
  ['place', 'mention'],
  ['topic', 'topic'],
  ['event', 'event'],
  ['event', 'mention'],
];

/** Names that begin alike and are compared by their counts, at most: bounds the cost of a short key. */
export const mostCandidates = 2_000;
