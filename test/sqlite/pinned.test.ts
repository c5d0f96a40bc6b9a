// Streams from the store: a reader keeps the state that it began with, however long it takes; one that stops leaves nothing open.
import t, { type Test } from 'tap';
import { openForReading } from '../../src/sqlite/open.ts';
import { storeOf } from '../../src/sqlite/store.ts';
import type { Plan } from '../../src/store/plan.ts';
import { followed } from '../support/app.ts';
import { bareRecords, bareStatement, fixture } from '../support/fixture.ts';

/** More than one batch of documents. */
const count = 150;
const records = {
  ...bareRecords(),
  statement: Array.from({ length: count }, (_, at) => bareStatement(`old-${at}`)),
};
const changed = { ...records, statement: [bareStatement('new')] };

const plan: Plan = {
  collection: 'statements',
  groups: [],
  dates: null,
  order: { by: 'key', reversed: false },
  after: null,
  limit: 20,
};

const open = async (t: Test) => {
  const { database: file, load } = await fixture(t, records);
  const database = openForReading(file);
  const store = storeOf(database, followed(t, file));
  t.teardown(() => store.close());
  const all = async () => (await store.read((state) => state.everything(plan))) as Iterable<Buffer[]>;
  const countAll = async () => [...(await all())].flat().length;
  return { database, store, load, all, countAll };
};

t.test('a load while it is read', async (t) => {
  const { database, store, load, all, countAll } = await open(t);
  const reader = (await all())[Symbol.iterator]();
  const first = reader.next().value as Buffer[];
  await load(changed);
  t.equal(await countAll(), 1, 'a reader that begins now reads the new data');
  t.ok(database.open, 'the old connection is pinned');
  const rest = reader.next().value as Buffer[];
  t.equal(first.length + rest.length, count, 'the first reads the old data to the end');
  t.ok(reader.next().done);
  t.notOk(database.open, 'which is closed then');
  t.equal(store.generation(), 1);
});

t.test('a load before it is read', async (t) => {
  const { database, load, all, countAll } = await open(t);
  const later = await all();
  await load(changed);
  t.equal(await countAll(), 1);
  t.equal([...later].flat().length, count, 'the data for which it was asked');
  t.notOk(database.open);
});

t.test('a reader that stops', async (t) => {
  const { database, load, all, countAll } = await open(t);
  for (const batch of await all()) if (batch.length > 0) break;
  await load(changed);
  t.equal(await countAll(), 1);
  t.notOk(database.open, 'nothing pins the old data');
});

t.test('several readers of the same at a time', async (t) => {
  const { all } = await open(t);
  const [one, other] = [(await all())[Symbol.iterator](), (await all())[Symbol.iterator]()];
  t.same(one.next().value, other.next().value);
  t.same(one.next().value, other.next().value);
  t.ok(one.next().done && other.next().done);
});

t.test('a request that waits while a load replaces the file', async (t) => {
  const { load, store } = await open(t);
  const total = await store.read(async (state) => {
    await load(changed);
    store.generation(); // looks at the file, and opens the new one
    return (await state.page(plan)).total;
  });
  t.equal(total, count, 'reads the state that it began with');
});
