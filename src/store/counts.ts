// Counts of values: what a store returns for facets and cross tables, and the order in which they are shown.

/** A value of a facet with the number of documents that carry it. */
export interface FacetCount {
  value: string;
  count: number;
}

/** Counts by the names of facets; the values of each in no order. */
export type FacetCounts = Map<string, FacetCount[]>;

/** The number of documents that carry a value of each of two facets. */
export interface PairCount {
  values: [string, string];
  count: number;
}

/** The order of values: most frequent first, ties by value. */
export const byCount = (a: FacetCount, b: FacetCount): number =>
  b.count - a.count || (a.value < b.value ? -1 : 1);

/** The order of pairs: most frequent first, ties by the values. */
export const byPairCount = (a: PairCount, b: PairCount): number =>
  b.count - a.count || compare(a.values[0], b.values[0]) || compare(a.values[1], b.values[1]);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The first values in that order, at most `limit`. Most values are rejected by one comparison; a sort would move all of them. */
export function mostFrequent(counts: readonly FacetCount[], limit: number): FacetCount[] {
  const first: FacetCount[] = [];
  for (const each of counts) {
    let at = first.length;
    while (at > 0 && byCount(each, first[at - 1] as FacetCount) < 0) at--;
    if (at === limit) continue;
    first.splice(at, 0, each);
    first.length = Math.min(first.length, limit);
  }
  return first;
}
