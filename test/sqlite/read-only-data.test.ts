// The server needs no right to write to its data: it runs as somebody else, from a folder and a file that are closed to it.
import { chmodSync, copyFileSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import t from 'tap';
import { startUnprivileged } from '../ingest/command.ts';
import { fetched, until } from '../server/threads/listening.ts';
import { bareRecords, bareStatement, fixture } from '../support/fixture.ts';
import { seedsDatabase } from '../support/prepared.ts';

t.test('serves, counts, searches, hands out downloads, and takes a new state up', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'summit-record-test-'));
  t.teardown(() => {
    chmodSync(folder, 0o755);
    rmSync(folder, { recursive: true });
  });
  const database = path.join(folder, 'closed.sqlite');
  copyFileSync(seedsDatabase, database);
  chmodSync(database, 0o444);
  chmodSync(folder, 0o555);
  const before = readFileSync(database);
  const { child, ended } = startUnprivileged('serve', [], { DATABASE: database, PORT: '0', THREADS: '1' });
  t.teardown(() => child.kill('SIGKILL'));
  let log = '';
  child.stdout?.on('data', (text: string) => {
    log += text;
  });
  await until(() => log.includes('API at') || child.exitCode !== null, 60_000);
  const port = Number(/API at http:\/\/[^:]+:(\d+)/.exec(log)?.[1]);
  for (const url of [
    '/statements?speaker=putin',
    '/search?q=putin',
    '/statements?facets=topic',
    '/dataset.sqlite',
    '/dataset.ndjson',
  ])
    t.equal((await fetched(port, url)).status, 200, url);
  t.strictSame(readdirSync(folder), ['closed.sqlite'], 'nothing was put beside it');
  t.ok(readFileSync(database).equals(before), 'nor was it changed');

  const other = await fixture(t, { ...bareRecords(), statement: [bareStatement('first')] });
  chmodSync(folder, 0o755);
  copyFileSync(other.database, `${database}.next`);
  chmodSync(`${database}.next`, 0o444);
  renameSync(`${database}.next`, database); // as an ingest of somebody who may write does
  chmodSync(folder, 0o555);
  await until(async () => {
    const { body } = await fetched(port, '/statements');
    return JSON.parse(body.toString()).page?.total === 1;
  });
  child.kill('SIGTERM');
  t.match(await ended, { status: 0, stderr: '' });
});
