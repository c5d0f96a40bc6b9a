// Counts the facets of a list: the most frequent values for the list's envelope, all values of one facet for its own list.
import { byCount, type FacetCount, mostFrequent } from '../../../store/counts.ts';
import type { Position, Selection } from '../../../store/plan.ts';
import type { Data } from '../../context.ts';
import { boundNames } from '../../request/bounds.ts';
import { writeCursor } from '../../request/cursor.ts';
import { isOfFilter } from '../../request/filters.ts';
import type { FacetedList, List } from '../contract.ts';
import { type CountedFacet, countedFacet, type Facet, type FacetValue, withoutOwn } from './facet.ts';
import { linkTo } from './links.ts';
import { type Unit, unitOf } from './unit.ts';

/** Values of a facet in the envelope of a list. A link leads to the rest. */
const shownValues = 20;

type Query = Record<string, unknown>;

/** A facet as the envelope of a list holds it. */
export interface FacetAnswer extends Unit {
  total: number;
  values: FacetValue[];
  next: string | null;
}

/** Counts the facets that were asked for. */
export async function facetsOf(
  data: Data,
  list: FacetedList,
  query: Query,
  selection: Selection,
  asked: readonly Facet[],
): Promise<Record<string, FacetAnswer>> {
  const counted = await countFacets(data, list, query, selection, asked);
  const rest = unfiltered(list, query);
  const answers = await Promise.all(counted.map((each) => facetOf(list, rest, selection, each)));
  return Object.fromEntries(asked.map(({ name }, at) => [name, answers[at] as FacetAnswer]));
}

async function facetOf(
  list: FacetedList,
  rest: Query,
  selection: Selection,
  { facet, counts, write }: CountedFacet,
): Promise<FacetAnswer> {
  const total = counts.length;
  const path = `/facets/${facet.name}`;
  const unit = unitOf(list.counting, path, selection.groups, rest);
  const first = inOrder.has(counts) ? counts.slice(0, shownValues) : mostFrequent(counts, shownValues);
  const values = await write(first);
  const last = first.at(-1);
  if (!last || total <= shownValues) return { ...unit, total, values, next: null };
  const cursor = writeCursor(facetIdentity(list, facet, selection), positionOf(last));
  const next = linkTo(list.path + path, selection.groups, { ...rest, cursor });
  return { ...unit, total, values, next };
}

/** Counts the values of one facet under everything but its own filters. */
export async function countFacet(
  data: Data,
  list: List,
  query: Query,
  selection: Selection,
  facet: Facet,
): Promise<CountedFacet> {
  const [counted] = await countFacets(data, list, query, selection, [facet]);
  return counted as CountedFacet;
}

async function countFacets(
  data: Data,
  list: List,
  query: Query,
  selection: Selection,
  facets: readonly Facet[],
): Promise<CountedFacet[]> {
  const isOther = (name: string) => name !== 'cursor' && !isOfFilter(list.filters, name);
  const others = Object.fromEntries(Object.entries(query).filter(([name]) => isOther(name)));
  const counts = await countsOf(data, selection, facets);
  return facets.map((facet, at) =>
    countedFacet(data, facet, counts[at] ?? [], selection.groups, list.path, others),
  );
}

/** Counts facets: all those by which the selection does not filter in one go. */
async function countsOf(
  data: Data,
  selection: Selection,
  facets: readonly Facet[],
): Promise<(readonly FacetCount[])[]> {
  const unfilteredNames = facets
    .filter((facet) => withoutOwn(selection, facet) === selection)
    .map(({ name }) => name);
  const together = await countsUnder(data, selection, unfilteredNames);
  return Promise.all(
    facets.map(async (facet) => {
      const counted = together.get(facet.name);
      if (counted) return counted;
      const alone = await countsUnder(data, withoutOwn(selection, facet), [facet.name]);
      return alone.get(facet.name) ?? [];
    }),
  );
}

/** The counts of whole collections in a state of the data, by collection and facet. */
const wholes = new WeakMap<Data, Map<string, readonly FacetCount[]>>();

/** Those counts: the most frequent values come first. */
const inOrder = new WeakSet<readonly FacetCount[]>();

/**
 * Counts facets under one selection. Counts of whole collections are remembered: most lists show some, because a filter
 * does not narrow the facet that it belongs to.
 */
async function countsUnder(
  data: Data,
  selection: Selection,
  facets: readonly string[],
): Promise<ReadonlyMap<string, readonly FacetCount[]>> {
  const { collection, groups, dates, search } = selection;
  if (groups.length > 0 || dates || search) return data.facets(selection, facets);
  const known = wholes.get(data) ?? new Map<string, readonly FacetCount[]>();
  wholes.set(data, known);
  const missing = facets.filter((facet) => !known.has(`${collection} ${facet}`));
  const counted = await data.facets(selection, missing);
  for (const [facet, counts] of counted) {
    inOrder.add(counts.sort(byCount));
    known.set(`${collection} ${facet}`, counts);
  }
  return new Map(facets.map((facet) => [facet, known.get(`${collection} ${facet}`) ?? []]));
}

/** The parameters besides filters that select documents: bounds and search. */
export function unfiltered({ bounds }: List, query: Query): Query {
  const kept = [...(bounds ? boundNames : []), 'q'];
  return Object.fromEntries(Object.entries(query).filter(([name]) => kept.includes(name)));
}

/** The list that a facet's cursor belongs to. */
export const facetIdentity = (
  { path }: List,
  { name }: Facet,
  { groups, dates, search }: Selection,
): string => JSON.stringify([path, name, groups, dates, search]);

/** The position of a value in its list: by count, ties by id. */
export const positionOf = ({ value, count }: FacetCount): Position => ({ key: value, weight: count });
