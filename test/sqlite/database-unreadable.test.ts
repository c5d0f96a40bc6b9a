// A database that cannot be read while it is served: 503 with a code, never a crash; the log and readiness say why.
import { readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises'; // the file is looked at once in each turn of the event loop
import Sqlite from 'better-sqlite3';
import t, { type Test } from 'tap';
import { readConfig } from '../../src/config.ts';
import { buildApp } from '../../src/server/app.ts';
import { logTrouble } from '../../src/server/logging.ts';
import { openForReading } from '../../src/sqlite/open.ts';
import { reloadOf } from '../../src/sqlite/reload.ts';
import { storeOf } from '../../src/sqlite/store.ts';
import { noLoadLimits } from '../support/app.ts';
import { fixture, madeUp } from '../support/fixture.ts';
import { isProblem } from '../support/problems.ts';

/** An application over a file of its own, which is spoiled before it is opened, and its log. */
async function served(t: Test, spoil: (file: string) => void = () => undefined) {
  const { database: file } = await fixture(t, madeUp(200, 5));
  spoil(file);
  const lines: string[] = [];
  const app = await buildApp({
    store: storeOf(
      openForReading(file),
      reloadOf(file, (trouble) => logTrouble(app.log, trouble)),
    ),
    config: readConfig({}),
    logger: { stream: { write: (line: string) => lines.push(line) } },
    loadLimits: noLoadLimits,
  });
  t.teardown(() => app.close());
  return { file, app, log: () => lines.splice(0).join('') };
}

t.test('cut short in place, and whole again', async (t) => {
  const { file, app, log } = await served(t);
  const good = readFileSync(file);
  for (
    let time = 0;
    time < 2;
    time += 1 // a response is cached once it is asked for again
  )
    t.equal((await app.inject('/statements')).statusCode, 200);
  truncateSync(file, 50_000);
  await nextTurn();
  t.equal((await app.inject('/statements')).statusCode, 200, 'the response cache holds what is right');
  for (const url of ['/health/ready', '/statements?limit=3', '/people/putin', '/dataset.sqlite'])
    isProblem(t, await app.inject(url), 'not-ready', url);
  t.match(log(), /the database is damaged; restore a backup/);
  writeFileSync(`${file}.good`, good);
  renameSync(`${file}.good`, file);
  await nextTurn();
  t.equal((await app.inject('/health/ready')).statusCode, 200);
  t.match(log(), /the database is whole/);
  t.equal((await app.inject('/statements')).statusCode, 200);
});

/** Overwrites the first page of a table. */
function overwrite(file: string, table: string): void {
  const database = new Sqlite(file, { readonly: true });
  const pageSize = Number(database.pragma('page_size', { simple: true }));
  const root = database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table);
  database.close();
  writeFileSync(file, readFileSync(file).fill(0xee, (Number(root) - 1) * pageSize, Number(root) * pageSize));
}

t.test('pages that SQLite cannot read', async (t) => {
  const { app, log } = await served(t, (file) => overwrite(file, 'document'));
  t.equal((await app.inject('/dataset')).statusCode, 200, 'what can be read is answered');
  for (const url of ['/statements', '/people/putin', '/statements?format=ndjson', '/statements?format=csv'])
    isProblem(t, await app.inject(url), 'not-ready', url);
  t.match(log(), /the database is damaged; restore a backup.*request failed/);
});

t.test('a file that cannot be read from the beginning', async (t) => {
  await t.rejects(
    served(t, (file) => overwrite(file, 'dataset')),
    { name: 'DatabaseError', message: /the database is damaged; restore a backup/ },
    'the server does not start',
  );
  const { file, app } = await served(t);
  const other = `${file}.other`;
  writeFileSync(other, readFileSync(file));
  overwrite(other, 'dataset');
  renameSync(other, file);
  await nextTurn();
  isProblem(t, await app.inject('/health/ready'), 'not-ready', 'in the place of a good one');
  t.equal((await app.inject('/statements')).statusCode, 200, 'answers come from the good one');
});
