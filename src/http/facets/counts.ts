// Counts the facets of a list: some values of each inside the list's envelope, and all of one for a list of its own.
import { type FacetCount, type FacetCounts, mostFrequent } from '../../database/facets.ts';
import type { Position, Selection } from '../../database/plan.ts';
import type { Store } from '../../database/store.ts';
import type { Context } from '../context.ts';
import { writeCursor } from '../cursor.ts';
import type { List } from '../list.ts';
import { type CountedFacet, countedFacet, type Facet, type FacetValue, linkTo, withoutOwn } from './facet.ts';

/** So many values stand in the envelope; the rest is a link away. */
const shown = 20;

type Query = Record<string, unknown>;

interface FacetAnswer {
  total: number;
  values: FacetValue[];
  next: string | null;
}

/** Counts the facets that were asked for. */
export function facetsOf(
  context: Context,
  list: List,
  query: Query,
  selection: Selection,
  asked: Facet[],
): Record<string, FacetAnswer> {
  const answers = countedFacets(context, list, query, selection, asked).map(
    (counted) => [counted.facet.name, facetOf(list, query, selection, counted)] as const,
  );
  return Object.fromEntries(answers);
}

function facetOf(
  list: List,
  query: Query,
  selection: Selection,
  { facet, counts, show }: CountedFacet,
): FacetAnswer {
  const total = counts.length;
  const first = mostFrequent(counts, shown);
  const values = first.map(show);
  const last = first.at(-1);
  if (!last || total <= shown) return { total, values, next: null };
  const cursor = writeCursor(facetIdentity(list, facet, selection), positionOf(last));
  const path = `${list.path}/facets/${facet.name}`;
  const next = linkTo(path, selection.groups, { ...unfiltered(list, query), cursor });
  return { total, values, next };
}

/** Counts the values of each facet under everything but its own filters. */
export function countedFacets(
  { store }: Context,
  list: List,
  query: Query,
  selection: Selection,
  facets: readonly Facet[],
): CountedFacet[] {
  const { cursor: _, ...others } = query;
  for (const { param } of list.filters) delete others[param];
  const counts = countsOf(store, selection, facets);
  return facets.map((facet, at) =>
    countedFacet(store, facet, counts[at] as FacetCount[], selection.groups, list.path, others),
  );
}

/** Counts facets, at once all those by which the selection does not filter. */
function countsOf(store: Store, selection: Selection, facets: readonly Facet[]): FacetCount[][] {
  const unfiltered = facets.filter((facet) => withoutOwn(selection, facet) === selection);
  const together = store.countFacets(
    selection,
    unfiltered.map(({ name }) => name),
  );
  return facets.map((facet) => {
    const apart = (): FacetCounts => store.countFacets(withoutOwn(selection, facet), [facet.name]);
    return together.get(facet.name) ?? [...apart().values()].flat();
  });
}

/** What beside its filters decides which documents a query means: bounds and search. */
export function unfiltered({ bounds }: List, query: Query): Query {
  const kept = [...Object.keys({ ...bounds?.parameters }), 'q'];
  return Object.fromEntries(Object.entries(query).filter(([name]) => kept.includes(name)));
}

/** What a facet's cursor is bound to. */
export const facetIdentity = ({ path }: List, { name }: Facet, { groups, keys, search }: Selection): string =>
  JSON.stringify([path, name, groups, keys, search]);

/** Where a value stands among others: by count, ties by id. */
export const positionOf = ({ value, count }: FacetCount): Position => ({ key: value, weight: count });
