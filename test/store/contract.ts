// What any store behind the port must answer: the questions of the oracle over the seeds, asked of the port itself.
import type { Test } from 'tap';
import { collections } from '../../src/records/kinds.ts';
import type { Group, Plan, Position, Selection } from '../../src/store/plan.ts';
import type { State, Store } from '../../src/store/store.ts';
import { parseQuery, type RankableQuery } from '../../src/text/query.ts';
import { type Condition, statementsWhere, valuesOf } from '../support/oracle.ts';
import { chance } from '../support/random.ts';
import { seeds } from '../support/seeds.ts';

const facets =
  'speaker outlet publisher via topic place event source addressee mention mode cue language country'.split(
    ' ',
  );
const selection: Selection = { collection: 'statements', groups: [], dates: null };
const newestFirst = { by: 'key', reversed: false } as const;
const plan: Plan = { ...selection, order: newestFirst, after: null, limit: 100 };

/** Runs the contract against a store over the seeds. */
export async function storeContract(t: Test, store: Store): Promise<void> {
  await t.test('filters', (t) => store.read((state) => filters(t, state)));
  await t.test('bounds', (t) => store.read((state) => bounds(t, state)));
  await t.test('orders and pages', (t) => store.read((state) => pages(t, state)));
  await t.test('counts', (t) => store.read((state) => counts(t, state)));
  await t.test('documents and names', (t) => store.read((state) => documents(t, state)));
  await t.test('search', (t) => store.read((state) => search(t, state)));
  await t.test('changes and records', (t) => store.read((state) => changes(t, state)));
}

const idsOf = (bodies: readonly (Buffer | null)[]): string[] =>
  bodies.map((body) => (JSON.parse(String(body)) as { id: string }).id);

const groupOf = ([facet, text]: Condition): Group => ({
  facet,
  values: text.replace(/^!/, '').split(',').sort(),
  negated: text.startsWith('!'),
});

/** `source.all` is a group for each value. */
const groupsOf = ([param, text]: Condition): Group[] =>
  param.endsWith('.all')
    ? text.split(',').map((value) => groupOf([param.replace(/\.all$/, ''), value]))
    : [groupOf([param, text])];

/** Every page of a list, one after another. */
async function walk(state: State, asked: Plan): Promise<string[]> {
  const ids: string[] = [];
  let after: Position | null = null;
  do {
    const page = await state.page({ ...asked, after });
    ids.push(...idsOf(page.bodies));
    after = page.next;
  } while (after !== null);
  return ids;
}

async function filters(t: Test, state: State): Promise<void> {
  const { below, some } = chance(7);
  for (let asked = 0; asked < 100; asked += 1) {
    const conditions = some(facets, 3).map((facet): Condition => {
      return [facet, (below(3) === 0 ? '!' : '') + some(valuesOf(seeds, facet), 3).join(',')];
    });
    const groups = conditions.map(groupOf);
    const expected = statementsWhere(seeds, conditions);
    const [total] = await state.totals([{ ...selection, groups }]);
    t.equal(total, expected.length, JSON.stringify(conditions));
    t.same(await walk(state, { ...plan, groups, limit: 7 }), expected);
  }
}

async function bounds(t: Test, state: State): Promise<void> {
  for (const dates of [
    { since: '2025-08-15' },
    { until: '2025-08-15T12:00:00Z' },
    { since: '2025-08', until: '2025' },
    { since: '2025-08-16T00:00:00-08:00', until: '2025-08-16' },
    { since: '2026' },
  ]) {
    const conditions = Object.entries(dates).map(([name, date]): Condition => [name, date.slice(0, 10)]);
    const asked = { ...plan, dates: { facet: 'saidOn', ...dates }, limit: 7 };
    t.same(await walk(state, asked), statementsWhere(seeds, conditions), JSON.stringify(dates));
  }
}

async function pages(t: Test, state: State): Promise<void> {
  const all = statementsWhere(seeds, []);
  t.same(await walk(state, { ...plan, limit: 10 }), all, 'newest first');
  const oldestFirst = { ...newestFirst, reversed: true };
  t.same(await walk(state, { ...plan, order: oldestFirst, limit: 10 }), all.toReversed());
  const heaviest = await walk(state, { ...plan, order: { by: 'weight', reversed: false }, limit: 10 });
  t.same(new Set(heaviest), new Set(all));
  const weightOf = (id: string) => seeds.statement.find((each) => each.id === id)?.renditions.length ?? 0;
  t.ok(
    heaviest.every((id, at) => at === 0 || weightOf(id) <= weightOf(heaviest[at - 1] as string)),
    'heaviest first',
  );
  const streamed: string[] = [];
  for await (const batch of state.everything(plan)) streamed.push(...idsOf(batch));
  t.same(streamed, all, 'everything, in batches');
}

async function counts(t: Test, state: State): Promise<void> {
  for (const conditions of [
    [],
    [['speaker', 'putin']],
    [['outlet', 'xinhua']],
    [
      ['source.all', 'article-000,article-001'],
      ['outlet', 'unstated'],
    ],
  ] as Condition[][]) {
    const counted = await state.facets({ ...selection, groups: conditions.flatMap(groupsOf) }, facets);
    for (const facet of facets) {
      for (const value of valuesOf(seeds, facet)) {
        const expected = statementsWhere(seeds, [...conditions, [`${facet}.all`, value]]).length;
        const found = counted.get(facet)?.find((each) => each.value === value)?.count ?? 0;
        t.equal(found, expected, `${facet}=${value}`);
      }
    }
  }
  for (const conditions of [[], [['outlet', 'bbc,xinhua']], [['source', '!article-003']]] as Condition[][]) {
    const asked = { ...selection, groups: conditions.map(groupOf) };
    for (const pair of [
      ['speaker', 'mode'],
      ['mode', 'source'],
    ] as const) {
      for (const { values, count } of await state.pairs(asked, pair)) {
        const cell = pair.map((facet, at): Condition => [facet, values[at] ?? '']);
        t.equal(count, statementsWhere(seeds, [...conditions, ...cell]).length, values.join());
      }
    }
  }
  const sizes = await state.counts();
  t.equal(sizes.statements, seeds.statement.length);
  t.same(Object.keys(sizes), collections);
}

async function documents(t: Test, state: State): Promise<void> {
  const [putin, missing] = await state.documents('people', ['putin', 'nobody']);
  t.same(idsOf([putin ?? null]), ['putin']);
  t.equal(missing, null);
  const names = await state.names([
    { collection: 'people', id: 'putin' },
    { collection: 'people', id: 'nobody' },
  ]);
  t.match(names, [{ en: 'Vladimir Putin' }, null]);
  const putinNamed = { kind: 'person', id: 'putin' };
  const asked = ['putin', 'بوتين', 'Q7747', 'nobody'].map((text) => ({ kinds: ['person'] as const, text }));
  t.same(await state.resolve(asked), [[putinNamed], [putinNamed], [putinNamed], []]);
  t.same(await state.nearestName({ kinds: ['person'], text: 'puttin' }), putinNamed);
  t.equal(await state.nearestId('statements', 'putin-god-direct-contacts'), 'putin-good-direct-contacts');
  t.equal(await state.knownIds(['person'], 1), null, 'more than asked for');
  t.same(await state.knownValues('statements', 'mode'), ['direct', 'indirect', 'mixed']);
  t.equal(await state.successor('people', 'putin'), null);
}

async function search(t: Test, state: State): Promise<void> {
  const query = parseQuery('السلام') as RankableQuery;
  const best = await state.page({ ...plan, search: query, order: { by: 'relevance', reversed: false } });
  t.ok(best.total > 0);
  t.same([await state.totals([{ ...selection, search: query }])], [[best.total]]);
  const { hits, total } = await state.found(query, ['statements'], null, 100);
  t.equal(total, best.total);
  t.same(idsOf(hits.map(({ body }) => body)), idsOf(best.bodies), 'the same in the same order');
  const [, second] = hits;
  const rest = await state.found(query, ['statements'], hits[0]?.position ?? null, 1);
  t.same(rest.hits, second ? [second] : [], 'from a position on');
  const [first] = await state.completions('بوت', ['person'], 5);
  t.match(first, { kind: 'person', id: 'putin', facet: 'speaker' });
}

async function changes(t: Test, state: State): Promise<void> {
  const newest = await state.changes.newest();
  t.match(newest, { version: state.dataset?.version });
  t.same(await state.changes.revision(newest.number), newest);
  const span = { base: 0, to: newest.number, asks: 'touched', collections } as const;
  const sizes = Object.values(await state.counts()).reduce((sum, count) => sum + count, 0);
  t.equal(await state.changes.count(span), sizes, 'everything was added once');
  const page = await state.changes.page(span, null, 3);
  t.equal(page.length, 3);
  t.same(await state.changes.page(span, page[0] ?? null, 2), page.slice(1));
  const size = await state.recordBytes();
  const pieces: Buffer[] = [];
  for await (const piece of state.records(0, size - 1)) pieces.push(piece);
  const lines = Buffer.concat(pieces);
  t.equal(lines.length, size);
  for await (const piece of state.records(5, 9)) t.same(piece, lines.subarray(5, 10), 'a part');
}
