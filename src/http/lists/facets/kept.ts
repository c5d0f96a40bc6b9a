// Keeps the facets that several pages of a list have in common.
import { LRUCache } from 'lru-cache';
import type { Selection } from '../../../store/plan.ts';
import type { Data } from '../../context.ts';
import type { FacetAnswer } from './counts.ts';

/** The facets of a list by their names. Nobody may change them. */
export type CountedFacets = Readonly<Record<string, FacetAnswer>>;

/** Lists whose facets are kept in each thread, for each state of the data that is still read: nine facets of one take some 50 KB. */
const maxLists = 40;

const kept = new WeakMap<Data, LRUCache<string, CountedFacets>>();

/**
 * Facets as `count` makes them. They are kept where they will be asked for again: those of a whole collection, which all of its
 * pages show, and those of a list of which a further page is read.
 */
export async function keptFacets(
  data: Data,
  { collection, groups, dates, search }: Selection,
  query: Record<string, unknown>,
  names: readonly string[],
  count: () => Promise<CountedFacets>,
): Promise<CountedFacets> {
  const { cursor, ...shared } = query;
  const isWhole = groups.length === 0 && !dates && !search;
  if (!isWhole && cursor === undefined) return count();
  const ofData = kept.get(data) ?? new LRUCache<string, CountedFacets>({ max: maxLists });
  kept.set(data, ofData);
  const key = JSON.stringify([collection, groups, shared, names]);
  const known = ofData.get(key);
  if (known) return known;
  const counted = await count();
  ofData.set(key, counted);
  return counted;
}
