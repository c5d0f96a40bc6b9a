// Values and pairs of values of facets are counted as plain code counts them, for few documents and for most.
import t from 'tap';
import { emptyDatabase } from '../../src/sqlite/open.ts';
import { termWriter } from '../../src/sqlite/postings/term-writer.ts';
import { snapshotOf } from '../../src/sqlite/snapshot.ts';
import { stateOf } from '../../src/sqlite/state.ts';
import { byCount, type FacetCount, mostFrequent } from '../../src/store/counts.ts';
import type { Selection } from '../../src/store/plan.ts';
import type { State } from '../../src/store/store.ts';

/** More than one block of documents. */
const last = 65_536 + 5_000;

const facets = ['group', 'source', 'parity'];

/** Groups of a quarter of all documents, of a twentieth, and of a few; over six thousand sources. */
function termsOf(number: number): [facet: string, value: string][] {
  if (number % 1_000 < 200) return []; // so that some rows of the forward index have gaps, and some are missing
  const groups = [number % 1_000 === 500 ? 'few' : 'others'];
  if (number % 20 === 0) groups.push('some');
  if (number % 4 === 0) groups.push('many');
  return [
    ...groups.map((group): [string, string] => ['group', group]),
    ['source', `source-${Math.floor(number / 20)}`],
    ['source', `source-${Math.floor(number / 30)}`],
    ['parity', number % 2 === 0 ? 'even' : 'odd'],
  ];
}

const having = (group: string): Selection => ({
  collection: 'statements',
  groups: [{ facet: 'group', values: [group], negated: false }],
  dates: null,
  search: null,
});

/** All documents, also those without terms. */
const within = { ...having('few'), groups: [], keys: { from: '0', before: 'x' } };

const key = (number: number): string => String(number).padStart(9, '0');

function filled(): State {
  const database = emptyDatabase();
  t.teardown(() => database.close());
  const writer = termWriter(database);
  const insert = database.prepare("INSERT INTO document VALUES (?, 'statements', ?, ?, 0, x'7b7d')");
  for (const number of [1, last]) insert.run(number, `s-${number}`, key(number));
  for (let number = 1; number <= last; number++) writer.add('statements', number, termsOf(number));
  writer.finish();
  return stateOf(snapshotOf(database));
}

/** The values of one facet, or pairs of them, as plain code counts them. */
function expected(group: string | null, valuesOf: (values: (facet: string) => Set<string>) => string[]) {
  const counts = new Map<string, number>();
  for (let number = 1; number <= last; number++) {
    const terms = termsOf(number);
    if (group !== null && !terms.some(([, value]) => value === group)) continue;
    const own = (facet: string) => new Set(terms.flatMap(([name, value]) => (name === facet ? value : [])));
    for (const value of valuesOf(own)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
}

const state = filled();

for (const [name, selection, group] of [
  ['a few', having('few'), 'few'],
  ['a twentieth', having('some'), 'some'],
  ['a quarter', having('many'), 'many'],
  ['most: the others are counted', having('others'), 'others'],
  ['all of them', within, null],
  ['a few, now that there are columns', having('few'), 'few'],
] as const) {
  t.test(name, async (t) => {
    for (const asked of [facets, ['source'], ['parity']]) {
      const counts = await state.facets(selection, asked);
      t.same([...counts.keys()], asked, 'in the order in which they are asked for');
      for (const [facet, values] of counts) {
        const wanted = expected(group, (own) => [...own(facet)]);
        const sorted = (some: readonly FacetCount[]) => some.map(({ value, count }) => [value, count]);
        t.same(sorted([...values].sort(byCount)), wanted, facet);
        t.same(sorted(mostFrequent(values, 20)), wanted.slice(0, 20), `the first of ${facet}`);
      }
    }
    for (const [one, other] of [
      ['parity', 'group'],
      ['source', 'group'],
    ] as const) {
      const pairs = await state.pairs(selection, [one, other]);
      const wanted = expected(group, (own) =>
        [...own(one)].flatMap((first) => [...own(other)].map((second) => `${first} ${second}`)),
      );
      t.same(
        pairs.map(({ values, count }) => [values.join(' '), count]),
        wanted,
        `pairs of ${one} and ${other}`,
      );
    }
  });
}

t.test('nothing found', async (t) => {
  const nothing = { ...within, dates: { facet: 'unknown', since: '2025' } };
  t.same([...(await state.facets(nothing, facets)).values()], [[], [], []]);
  t.same(await state.pairs(nothing, ['parity', 'group']), []);
});

t.test('a database without a term', async (t) => {
  const database = emptyDatabase();
  t.teardown(() => database.close());
  t.same(await stateOf(snapshotOf(database)).pairs(within, ['parity', 'group']), []);
});
