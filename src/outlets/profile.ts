// Works out what an outlet carried and what it left out, by the same filters and counts as the lists that it links to.
import { byCount } from '../database/facets.ts';
import type { Group } from '../database/plan.ts';
import type { Store } from '../database/store.ts';
import type { Collection, Count } from '../references.ts';
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

/** The profile of an outlet, or of `unstated`, with at most so many speakers and topics. */
export function profileOf(store: Store, id: string, limit: number): Profile {
  const filters = filtersOf(id);
  const passages = (...more: Group[]): Count => counted(store, 'renditions', [having('outlet', id), ...more]);
  return {
    id,
    href: `/outlets/${id}/profile`,
    outlet: outletReference(store, id),
    statements: sharesBy((name) => counted(store, 'statements', filters[name])),
    renditions: {
      all: passages(),
      direct: passages(having('mode', 'direct')),
      mixed: passages(having('mode', 'mixed')),
      indirect: passages(having('mode', 'indirect')),
    },
    speakers: breakdownOf(store, filters, 'speaker', ['people', 'organizations'], limit),
    topics: breakdownOf(store, filters, 'topic', ['topics'], limit),
  };
}

const sharesBy = (countOf: (name: ShareName) => Count): Shares =>
  Object.fromEntries(shareNames.map((name) => [name, countOf(name)])) as Shares;

/** How many documents some filters select, with the list of them. */
function counted(store: Store, collection: Collection, groups: Group[]): Count {
  const order = { by: 'key', reversed: false } as const;
  const { total } = store.page({ collection, groups, keys: {}, order, after: null, limit: 1 });
  return { count: total, href: hrefOf(collection, groups) };
}

function hrefOf(collection: Collection, groups: readonly Group[]): string {
  const query = groups.map(
    ({ facet, values, negated }) => `${facet}=${negated ? '!' : ''}${values.join(',')}`,
  );
  return query.length === 0 ? `/${collection}` : `/${collection}?${query.join('&')}`;
}

type Counts = Record<ShareName, Map<string, number>>;

/** The same numbers for each value of a facet that occurs at all. */
function breakdownOf(
  store: Store,
  filters: Record<ShareName, Group[]>,
  facet: string,
  collections: readonly Named[],
  limit: number,
): Breakdown {
  const countsOf = (name: ShareName): Map<string, number> => {
    const selection = { collection: 'statements' as const, groups: filters[name], keys: {} };
    const counts = [...store.countFacets(selection, [facet]).values()].flat().sort(byCount);
    return new Map(counts.map(({ value, count }) => [value, count]));
  };
  const counts = Object.fromEntries(shareNames.map((name) => [name, countsOf(name)])) as Counts;
  const values = [...counts.all.keys()];
  const data = referencesTo(store, collections, values.slice(0, limit)).map((of) => ({
    of,
    ...sharesBy((name) => ({
      count: counts[name].get(of.id) ?? 0,
      href: hrefOf('statements', [...filters[name], having(facet, of.id)]),
    })),
  }));
  return { total: values.length, data };
}
