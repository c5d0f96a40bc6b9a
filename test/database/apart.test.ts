// Reading apart: a reader keeps the state at which it began, however long it takes; one who stops leaves nothing open.
import { setTimeout as wait } from 'node:timers/promises';
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
      store.apart(
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
      t.same([...all()], ['other'], 'whoever begins now reads the new state');
      await wait(1_200);
      t.ok(database.open, 'the old one is held');
    }
    seen.push(id);
  }
  t.same(seen, ids, 'to the end of what it began with');
  t.notOk(database.open, 'and given up then');
  t.equal(store.generation(), 1, 'the second state');
});

t.test('what was not begun when the state changed can still be, for a moment', async (t) => {
  const { load, all } = await open(t);
  const later = all();
  await load(changed);
  t.same([...all()], ['other']);
  t.same([...later], ids, 'the state at which it was asked for');
});

t.test('a reader who stops', async (t) => {
  const { database, load, all } = await open(t);
  for (const id of all()) if (id === 'one') break;
  await load(changed);
  t.same([...all()], ['other']);
  await wait(1_200);
  t.notOk(database.open, 'nobody holds the old state');
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
