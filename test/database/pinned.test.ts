// Pinned reads: a reader keeps the snapshot that it began with, however long it takes; one that stops leaves nothing open.
import t, { type Test } from 'tap';
import { openForReading } from '../../src/database/open.ts';
import { storeOf } from '../../src/database/store.ts';
import { followed } from '../support/app.ts';
import { bareRecords, bareStatement, fixture } from '../support/fixture.ts';

const ids = ['one', 'three', 'two'];
const records = { ...bareRecords(), statement: ids.map((id) => bareStatement(id)) };
const changed = { ...records, statement: [bareStatement('other')] };

const open = async (t: Test) => {
  const { database: file, load } = await fixture(t, records);
  const database = openForReading(file);
  const store = storeOf(database, followed(t, file));
  t.teardown(() => store.close());
  const all = () =>
    store.read(() =>
      store.pinned(
        (prepare) => prepare('SELECT id FROM statement ORDER BY id').pluck().iterate() as Iterable<string>,
      ),
    );
  return { database, store, load, all };
};

t.test('a load while it is read', async (t) => {
  const { database, store, load, all } = await open(t);
  const seen: string[] = [];
  for (const id of all()) {
    if (seen.length === 0) {
      await load(changed);
      t.same([...all()], ['other'], 'a reader that begins now reads the new data');
      t.ok(database.open, 'the old connection is pinned');
    }
    seen.push(id);
  }
  t.same(seen, ids, 'the first reads the old data to the end');
  t.notOk(database.open, 'which is closed then');
  t.equal(store.generation(), 1);
});

t.test('a load before it is read', async (t) => {
  const { database, load, all } = await open(t);
  const later = all();
  await load(changed);
  t.same([...all()], ['other']);
  t.same([...later], ids, 'the data for which it was asked');
  t.notOk(database.open);
});

t.test('a reader that stops', async (t) => {
  const { database, load, all } = await open(t);
  for (const id of all()) if (id === 'one') break;
  await load(changed);
  t.same([...all()], ['other']);
  t.notOk(database.open, 'nothing pins the old data');
});

t.test('several readers of the same at a time', async (t) => {
  const { all } = await open(t);
  const [one, other] = [all()[Symbol.iterator](), all()[Symbol.iterator]()];
  t.equal(one.next().value, 'one');
  t.equal(other.next().value, 'one');
  t.equal(one.next().value, 'three');
  t.equal(other.next().value, 'three');
  one.return?.();
  other.return?.();
});
