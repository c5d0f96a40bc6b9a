// Works out what an outlet carried and what it left out, by the same filters and counts as the lists that it links to.

import { linkTo } from '../../http/lists/facets/links.ts';
import type { Collection } from '../../records/kinds.ts';
import type { Count } from '../../records/references.ts';
import { byCount } from '../../store/counts.ts';
import type { Group } from '../../store/plan.ts';
import type { State } from '../../store/store.ts';
import { type Named, outletReference, referencesTo } from './profile-references.ts';
import type { Breakdown, Profile, Shares } from './profile-schema.ts';

type ShareName = keyof Shares;

const shareNames: readonly ShareName[] = ['all', 'carried', 'exclusive', 'notCarried', 'leftOut'];

/** The filters behind each number. */
const filtersOf = (id: string): Record<ShareName, Group[]> => ({
  all: [],
  carried: [having('outlet', id)],
  exclusive: [having('exclusive', id)],
  notCarried: [lacking('outlet', id)],
  leftOut: [lacking('outlet', id), having('reported', '2..')],
});

const having = (facet: string, value: string): Group => ({ facet, values: [value], negated: false });
const lacking = (facet: string, value: string): Group => ({ facet, values: [value], negated: true });

/** The profile of an outlet, or of `unstated`, with at most `limit` speakers and topics. */
export async function profileOf(data: State, id: string, limit: number): Promise<Profile> {
  const filters = filtersOf(id);
  const own = having('outlet', id);
  const lists: ListFilter[] = [
    ...shareNames.map((name) => ({ collection: 'statements' as const, groups: filters[name] })),
    ...passageModes.map((mode) => ({
      collection: 'renditions' as const,
      groups: mode === 'all' ? [own] : [own, having('mode', mode)],
    })),
  ];
  const totals = await data.totals(lists.map((list) => ({ ...list, dates: null })));
  const counts = lists.map(({ collection, groups }, at) => ({
    ...{ count: totals[at] as number, href: linkTo(`/${collection}`, groups, {}) },
  }));
  return {
    id,
    href: `/outlets/${id}/profile`,
    outlet: await outletReference(data, id),
    statements: sharesBy((name) => counts[shareNames.indexOf(name)] as Count),
    renditions: byMode(counts.slice(shareNames.length)),
    speakers: await breakdownOf(data, filters, 'speaker', ['people', 'organizations'], limit),
    topics: await breakdownOf(data, filters, 'topic', ['topics'], limit),
  };
}

/** Documents that some filters select. */
interface ListFilter {
  collection: Collection;
  groups: Group[];
}

const passageModes = ['all', 'direct', 'mixed', 'indirect'] as const;

const byMode = (counts: readonly Count[]): Profile['renditions'] =>
  Object.fromEntries(passageModes.map((mode, at) => [mode, counts[at]])) as Profile['renditions'];

const sharesBy = (countOf: (name: ShareName) => Count): Shares =>
  Object.fromEntries(shareNames.map((name) => [name, countOf(name)])) as Shares;

type Counts = Record<ShareName, Map<string, number>>;

/** The same numbers for each value of a facet that occurs at all. */
async function breakdownOf(
  data: State,
  filters: Record<ShareName, Group[]>,
  facet: string,
  collections: readonly Named[],
  limit: number,
): Promise<Breakdown> {
  const countsOf = async (name: ShareName) => {
    const selection = { collection: 'statements' as const, groups: filters[name], dates: null };
    const counts = [...(await data.facets(selection, [facet])).values()].flat().sort(byCount);
    return [name, new Map(counts.map(({ value, count }) => [value, count]))] as const;
  };
  const counts = Object.fromEntries(await Promise.all(shareNames.map(countsOf))) as Counts;
  const values = [...counts.all.keys()];
  const references = await referencesTo(data, collections, values.slice(0, limit));
  return {
    total: values.length,
    data: references.map((of) => ({
      of,
      ...sharesBy((name) => ({
        count: counts[name].get(of.id) ?? 0,
        href: linkTo('/statements', [...filters[name], having(facet, of.id)], {}),
      })),
    })),
  };
}
