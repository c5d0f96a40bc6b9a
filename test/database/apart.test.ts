// Reading apart: a second connection sees what the first saw, or both begin anew; a reader who stops leaves nothing open.
import Sqlite from 'better-sqlite3';
import t from 'tap';
import { openForReading } from '../../src/database/open.ts';
import { storeOf } from '../../src/database/store.ts';
import { bareRecords, bareStatement, fixture } from '../support/fixture.ts';

const ids = ['one', 'two', 'three'];
const records = { ...bareRecords(), statement: ids.map((id) => bareStatement(id)) };

t.test('a load between the two connections', async (t) => {
  const { database: file } = await fixture(t, records);
  const database = openForReading(file);
  t.teardown(() => database.close());
  const store = storeOf(database);
  const versions: (string | undefined)[] = [];
  const found = store.read(() => {
    versions.push(store.dataset()?.version);
    if (versions.length === 1) {
      const writer = new Sqlite(file);
      writer.exec("UPDATE dataset SET version = 'newer'");
      writer.close();
    }
    return store.apart((prepare) => [prepare('SELECT version FROM dataset').pluck().get()]);
  });
  t.same([...found], ['newer']);
  t.equal(versions.at(-1), 'newer', 'what was read on the first is of the same state');
  t.equal(versions.length, 2);
});

t.test('a failure of the work is no reason to try again', async (t) => {
  const { database: file } = await fixture(t, records);
  const database = openForReading(file);
  t.teardown(() => database.close());
  let times = 0;
  t.throws(() =>
    storeOf(database).read(() => {
      times += 1;
      throw new Error('no');
    }),
  );
  t.equal(times, 1);
});

t.test('a load while it is read, and a reader who stops', async (t) => {
  const { database: file, load } = await fixture(t, records);
  const database = openForReading(file);
  t.teardown(() => database.close());
  const store = storeOf(database);
  const all = () =>
    store.read(() =>
      store.apart(
        (prepare) => prepare('SELECT id FROM statement ORDER BY id').pluck().iterate() as Iterable<string>,
      ),
    );
  const seen: string[] = [];
  for (const id of all()) {
    if (seen.length === 0) await load({ ...records, statement: [bareStatement('other')] });
    seen.push(id);
  }
  t.same(seen, [...ids].sort(), 'the old state, whole');
  t.same([...all()], ['other']);
  for (const _ of all()) break;
  const writer = new Sqlite(file);
  const [{ busy = 1 } = {}] = writer.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  writer.close();
  t.equal(busy, 0, 'no reader holds the old state any more');
});
