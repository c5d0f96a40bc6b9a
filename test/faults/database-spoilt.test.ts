// A database that is written to while it is served: nothing is answered from it, downloads break off, and all says so.
import { readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import t from 'tap';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openForReading } from '../../src/database/open.ts';
import { renewalOf } from '../../src/database/renewal.ts';
import { storeOf } from '../../src/database/store.ts';
import { logTrouble } from '../../src/logging.ts';
import { bareRecords, bareStatement, fixture } from '../support/fixture.ts';
import { isProblem } from '../support/problems.ts';

const records = { ...bareRecords(), statement: ['one', 'two'].map((id) => bareStatement(id)) };

t.test('answers, readiness and the log', async (t) => {
  const { database: file } = await fixture(t, records);
  const good = readFileSync(file);
  const lines: { level: number; msg: string; err?: { message: string } }[] = [];
  const app = await buildApp({
    database: openForReading(file),
    renewal: renewalOf(file, { onTrouble: (trouble) => logTrouble(app.log, trouble), checkedAtOnce: 0 }),
    config: readConfig({}),
    logger: { stream: { write: (line: string) => lines.push(JSON.parse(line)) } },
  });
  t.teardown(() => app.close());
  const said = (text: string) => lines.some(({ msg, err }) => `${msg} ${err?.message}`.includes(text));
  const until = async (status: number): Promise<void> => {
    while ((await app.inject('/health/ready')).statusCode !== status) await wait(20);
  };
  isProblem(t, await app.inject('/health/ready'), 'not-ready', 'while it is being checked');
  await until(200);
  t.ok(said('the database is whole'), 'the log says when that is over');
  t.equal((await app.inject('/statements')).statusCode, 200);

  truncateSync(file, 50_000);
  isProblem(t, await app.inject('/statements'), 'not-ready', 'cut short');
  while (!said('the database is damaged; restore a backup')) {
    await wait(20);
    isProblem(t, await app.inject('/health/ready'), 'not-ready', 'cut short: not ready');
  }
  isProblem(t, await app.inject('/people/putin'), 'not-ready', 'cut short');
  isProblem(t, await app.inject('/dataset.sqlite'), 'not-ready', 'nor is it copied');

  writeFileSync(`${file}.good`, good);
  renameSync(`${file}.good`, file);
  await until(200);
  t.equal((await app.inject('/statements')).statusCode, 200, 'whole again');
  renameSync(path.dirname(file), `${path.dirname(file)}.away`);
  writeFileSync(path.dirname(file), 'a file in the place of a folder');
  isProblem(t, await app.inject('/health/ready'), 'not-ready', 'out of reach');
  t.equal((await app.inject('/statements')).statusCode, 200, 'answers are of the data that it held');
});

t.test('a download that is under way', async (t) => {
  const { database: file } = await fixture(t, records);
  const store = storeOf(openForReading(file), renewalOf(file, { onTrouble: () => undefined }));
  t.teardown(() => store.close());
  const all = store.read(() =>
    store.apart(
      (prepare) => prepare('SELECT id FROM statement ORDER BY id').pluck().iterate() as Iterable<string>,
    ),
  );
  const seen: string[] = [];
  await t.rejects(
    async () => {
      for (const id of all) {
        seen.push(id);
        writeFileSync(file, readFileSync(file).fill(1, 9_000, 9_100));
        await wait(1);
      }
    },
    { name: 'DatabaseError', message: /was written to while it was served/ },
  );
  t.same(seen, ['one'], 'breaks off');
});
