// Finds the documents whose date can lie within bounds.
import { DocIdSet } from '../doc-ids/doc-id-set.ts';
import { type DateBounds, instantOf, isSpanWithin, isWithin, momentMark, spanIn } from '../records/dates.ts';
import type { Collection } from '../records/kinds.ts';
import type { BoundedDate } from '../store/plan.ts';
import type { Source } from './source.ts';

/** The documents of a collection with a date within the bounds, of which there is at least one. Undated ones are none of them. */
export function dated(source: Source, collection: Collection, dates: BoundedDate): DocIdSet {
  const bounds = boundsOf(dates);
  if (!bounds.some(instantsOf)) return within(source, collection, dates.facet, dates);
  const sets = bounds.map((bound) => within(source, collection, dates.facet, bound));
  return sets.reduce((one, other) => one.intersect(other));
}

/** The bounds one by one. */
export const boundsOf = ({ since, until }: DateBounds): DateBounds[] => [
  ...(since === undefined ? [] : [{ since }]),
  ...(until === undefined ? [] : [{ until }]),
];

/**
 * Spans are terms with both of their dates, single dates are terms by the day. If the bound is a moment, which is then the only bound,
 * the instants of moments are looked up.
 */
function within(source: Source, collection: Collection, facet: string, bound: DateBounds): DocIdSet {
  const instants = instantsOf(bound);
  const sets = source.terms
    .all(collection, facet)
    .filter(({ value }) => {
      const span = spanIn(value);
      if (span !== null) return isSpanWithin(...span, bound);
      if (!value.endsWith(momentMark)) return isWithin(value, bound);
      return instants === null && isWithin(value.slice(0, -momentMark.length), bound);
    })
    .map((term) => source.terms.docIds(term));
  if (instants) sets.push(DocIdSet.of(source.momentsBetween(collection, ...instants)));
  return DocIdSet.union(sets);
}

/** The bound as instants, both included, where it is a moment. */
export function instantsOf({ since, until }: DateBounds): [from: number, to: number] | null {
  const from = since === undefined ? null : instantOf(since);
  const to = until === undefined ? null : instantOf(until);
  if (from === null && to === null) return null;
  return [from ?? Number.MIN_SAFE_INTEGER, to ?? Number.MAX_SAFE_INTEGER];
}
