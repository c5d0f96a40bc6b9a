// Counts how many documents of a selection carry each value of a facet, or each pair of values of two.
import { type Fragment, matches, resolve } from './matches.ts';
import type { Selection } from './plan.ts';
import type { Prepare } from './prepare.ts';

/** A value of a facet with the number of documents that carry it. */
export interface FacetCount {
  value: string;
  count: number;
}

/** All values of a facet among the documents of a selection, most frequent first, ties by value. */
export function countFacet(prepare: Prepare, selection: Selection, facet: string): FacetCount[] {
  const { collection } = selection;
  const resolved = resolve(prepare, selection);
  if (resolved === null) return [];
  if (isEverything(selection)) {
    const known = `SELECT value, documents AS count FROM term
      WHERE collection = ? AND facet = ? ORDER BY count DESC, value`;
    return prepare(known).all(collection, facet) as FacetCount[];
  }
  const { sql, values } = withHits(matches(resolved, resolved.range));
  const counted = `${sql} SELECT value, count(*) AS count
    FROM hit JOIN posting USING (document) JOIN term ON term.number = posting.term
    WHERE collection = ? AND facet = ? GROUP BY term.number ORDER BY count DESC, value`;
  return prepare(counted).all(...values, collection, facet) as FacetCount[];
}

const isEverything = ({ groups, keys, search }: Selection): boolean =>
  groups.length === 0 && keys.from === undefined && keys.before === undefined && !search;

/** Documents that carry a value of each of two facets. */
export interface PairCount {
  values: [string, string];
  count: number;
}

/** All pairs of values of two facets that occur together, most frequent first, ties by the values. */
export function countPairs(
  prepare: Prepare,
  selection: Selection,
  facets: readonly [string, string],
): PairCount[] {
  const { collection } = selection;
  const resolved = resolve(prepare, selection);
  if (resolved === null) return [];
  const { sql, values } = withHits(matches(resolved, resolved.range));
  const terms = (facet: string) => `${facet} AS (
    SELECT document, value FROM hit JOIN posting USING (document) JOIN term ON term.number = posting.term
    WHERE collection = ? AND facet = ?)`;
  const counted = `${sql}, ${terms('one')}, ${terms('other')}
    SELECT one.value, other.value, count(*) AS count FROM one JOIN other USING (document)
    GROUP BY one.value, other.value ORDER BY count DESC, one.value, other.value`;
  const rows = prepare(counted)
    .raw()
    .all(...values, collection, facets[0], collection, facets[1]);
  return (rows as [string, string, number][]).map(([one, other, count]) => ({ values: [one, other], count }));
}

const withHits = ({ sql, values }: Fragment): Fragment => ({
  sql: `WITH hit AS MATERIALIZED (SELECT document FROM (${sql}))`,
  values,
});
