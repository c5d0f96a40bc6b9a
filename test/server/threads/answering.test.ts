// What a worker thread answers, asked in this thread: whole responses, and null where the main thread must answer.
import { copyFileSync, renameSync, rmSync, truncateSync } from 'node:fs';
import path from 'node:path';
import t from 'tap';
import { readConfig } from '../../../src/config.ts';
import { answer } from '../../../src/server/threads/answering.ts';
import type { Task } from '../../../src/server/threads/messages.ts';
import { testApp } from '../../support/app.ts';
import { bareRecords, bareStatement, fixture } from '../../support/fixture.ts';
import { seedsDatabase } from '../../support/prepared.ts';

const taskOf = (url: string): Task => ({
  url,
  headers: { host: 'localhost:80', 'x-request-id': 'the-same' },
  remoteAddress: '127.0.0.1',
});

const dataFor = (file: string) => ({
  config: { ...readConfig({}), DATABASE: file, LOG_LEVEL: 'silent' as const },
  isTerminal: false,
});

const served = path.join(t.testdir({}), 'served.sqlite');
const ask = (url: string) => answer(taskOf(url), dataFor(served));

t.test('a database that cannot be opened', async (t) => {
  t.equal(await ask('/statements'), null, 'missing');
  copyFileSync(seedsDatabase, served);
  truncateSync(served, 50_000);
  t.equal(await ask('/statements'), null, 'damaged');
  const { config } = dataFor(served);
  const odd = { config: { ...config, TRUSTED_PROXIES: ['no address'] }, isTerminal: false };
  rmSync(served);
  copyFileSync(seedsDatabase, served);
  await t.rejects(answer(taskOf('/statements'), odd), TypeError, 'any other error is not hidden');
  t.equal((await ask('/statements'))?.status, 200, 'the next task tries again');
});

t.test('the bytes of the application', async (t) => {
  const { app } = await testApp(t);
  for (const url of [
    '/people/putin',
    '/people/nobody',
    `/search?q=%22<>|'x`,
    '/statements?q=putin&limit=0',
  ]) {
    const response = await ask(url);
    const expected = await app.inject({ url, headers: { 'x-request-id': 'the-same' } });
    t.equal(response?.status, expected.statusCode, url);
    t.ok(Buffer.from(response?.body ?? []).equals(expected.rawPayload), url);
  }
});

t.test('streams are for the main thread', async (t) => {
  for (const url of ['/statements?q=putin&format=csv', '/changes?format=ndjson', '/dataset.ndjson'])
    t.equal(await ask(url), null, url);
  t.equal((await ask('/statements?q=putin&format=csv&limit=1'))?.status, 200);
});

t.test('another dataset', async (t) => {
  const records = (...ids: string[]) => ({ ...bareRecords(), statement: ids.map((id) => bareStatement(id)) });
  const before = await ask('/statements');
  const { database } = await fixture(t, records('first', 'second'));
  renameSync(database, served);
  t.equal((await ask('/statements'))?.dataset, null, 'came while it answered');
  const after = await ask('/statements');
  t.equal(JSON.parse(Buffer.from(after?.body ?? []).toString()).page.total, 2);
  t.type(after?.dataset, 'string');
  t.not(after?.dataset, before?.dataset);
  rmSync(served);
  t.same((await ask('/statements'))?.dataset, after?.dataset, 'the last one goes on without its file');
});
