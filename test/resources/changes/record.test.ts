// What is remembered of each state: nothing of the first, only so much in all, and what new code makes of old content.
import { copyFileSync, renameSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import t from 'tap';
import { recordState } from '../../../src/ingest/derive/change-log.ts';
import { deriveReadModel } from '../../../src/ingest/derive/read-model.ts';
import { RecordOrder } from '../../../src/ingest/load/record-order.ts';
import { allRecords } from '../../../src/ingest/load/stored-records.ts';
import { definitionOf } from '../../../src/resources/registry.ts';
import { testApp } from '../../support/app.ts';
import { bareRecords, bareStatement, fixture } from '../../support/fixture.ts';
import { isProblem } from '../../support/problems.ts';
import type { ChangeList } from './mirror.ts';

const records = { ...bareRecords(), statement: [bareStatement('one')] };

/** Puts a changed copy in the place of a database, as an ingest does. */
async function replace(file: string, change: (database: Sqlite.Database) => unknown): Promise<void> {
  copyFileSync(file, `${file}.copy`);
  const database = new Sqlite(`${file}.copy`);
  await change(database);
  database.close();
  renameSync(`${file}.copy`, file);
  await wait(1); // the server looks once in a turn of the event loop
}

/** Changes something in a database, as an earlier release would have left it. */
const tamper = (file: string, sql: string): Promise<void> => replace(file, (database) => database.exec(sql));

t.test('answers that other code made are made anew, though the content is the same', async (t) => {
  const { database, load } = await fixture(t, records);
  const app = await testApp(t, { database });
  const [before, dataset] = [await app.ask('/people/putin'), await app.get('/dataset')];
  await load(records);
  t.equal(
    (await app.ask('/people/putin')).headers['etag'],
    before.headers['etag'],
    'the same code: nothing is done',
  );

  await tamper(
    database,
    "UPDATE dataset SET derivation = 'earlier'; UPDATE document SET body = CAST('{}' AS BLOB) WHERE id = 'putin'",
  );
  t.equal((await app.app.inject('/people/putin')).body, '{}');
  const early = (await app.app.inject('/people/putin')).headers['etag'];
  t.not(early, before.headers['etag'], 'the code is a part of the ETag');
  await wait(5);
  await load(records);
  const after = await app.ask('/people/putin');
  t.equal(after.body, before.body, 'derived anew');
  t.equal(after.headers['etag'], before.headers['etag']);
  t.same(await app.get('/dataset'), dataset, 'version and time of the load stay');
});

t.test('what new code makes otherwise is told as changed, under the version that stays', async (t) => {
  const { database, load } = await fixture(t, records);
  const app = await testApp(t, { database });
  const { to, at } = await app.get<ChangeList>('/changes');
  await tamper(
    database,
    "UPDATE dataset SET derivation = 'earlier'; UPDATE document_digest SET digest = x'00' WHERE id = 'putin'",
  );
  await load(records);
  for (const since of [to, at]) {
    const { data, from, to: now } = await app.get<ChangeList>(`/changes?since=${since}`);
    t.match(data, [{ change: 'changed', href: '/people/putin', version: to }], since);
    t.same([from, now], [to, to]);
  }
  const { follow } = await app.get<ChangeList>('/changes?limit=1');
  t.same((await app.get<ChangeList>(follow)).data, [], 'and only once to whoever follows');
});

t.test('times rise, whatever the clock does', async (t) => {
  const { database, load } = await fixture(t, records);
  const app = await testApp(t, { database });
  await tamper(database, "UPDATE dataset_state SET derived_at = '2999-01-01T00:00:00.000Z'");
  await load({ ...records, statement: [bareStatement('two')] });
  t.equal((await app.get<ChangeList>('/changes')).at, '2999-01-01T00:00:00.001Z');
});

t.test('the log keeps whole states, as many as fit; what is older must be read anew', async (t) => {
  const { database: file, load } = await fixture(t, records);
  const app = await testApp(t, { database: file });
  const known: ChangeList[] = [];
  const note = async () => known.push(await app.get<ChangeList>('/changes?limit=1'));
  await note();
  for (const id of ['two', 'three', 'four']) {
    await load({ ...records, statement: [...records.statement, bareStatement(id)] });
    await note();
  }
  await replace(file, async (database) => {
    const held = () =>
      database.prepare('SELECT state, count(*) FROM document_change GROUP BY state').raw().all();
    const [second = [], third = [], fourth = []] = held() as [number, number][];
    const order = new RecordOrder(database);
    for (const { row, kind, record } of allRecords(database)) order.add(definitionOf[kind], record, row);
    await deriveReadModel(database, order, () => async () => {}); // takes down the answers that the state is made of
    recordState(database, 'f'.repeat(16), 'code', Number(third[1]) + Number(fourth[1]));
    t.same(held(), [third, fourth], `state ${second[0]} is forgotten as a whole`);
  });

  const [one, two, three, four] = known;
  const tooOld = isProblem(t, await app.ask(`/changes?since=${one?.to}`), 'unknown-value');
  t.same(tooOld.allowed, ['f'.repeat(16), four?.to, three?.to, two?.to]);
  const longAgo = isProblem(t, await app.ask(`/changes?since=${one?.at}`), 'invalid-parameter');
  t.match(longAgo.detail, /too much has changed since .* without `since`/);
  t.equal((await app.ask(`/changes?since=${two?.to}`)).statusCode, 200);
  t.equal((await app.ask(`/changes?since=${two?.at}`)).statusCode, 200);
  t.match(await app.get(`/changes?since=2001-01-01`), { from: null }, 'before the first there was nothing');
});
