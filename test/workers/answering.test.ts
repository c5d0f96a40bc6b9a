// What a thread does, done in this one: it answers whole or piece by piece, and comes back from a database that is not there.
import { once } from 'node:events';
import { copyFileSync, rmSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { MessagePort } from 'node:worker_threads';
import Piscina from 'piscina';
import t from 'tap';
import { readConfig } from '../../src/server/config.ts';
import { answer } from '../../src/server/threads/answering.ts';
import { type Answered, cannotOpen, marks, noMarks, type Task } from '../../src/server/threads/messages.ts';
import { receivePieces } from '../../src/server/threads/pieces.ts';
import { testApp } from '../support/app.ts';
import { seedsDatabase } from '../support/seeds-database.ts';

const task = (url: string): Task => ({
  method: 'GET',
  url,
  headers: { host: 'localhost:80', 'x-request-id': 'the-same' },
  marks: noMarks(),
});

const dataFor = (file: string) => ({
  config: { ...readConfig({}), DATABASE: file, LOG_LEVEL: 'silent' as const },
  isTerminal: false,
});
const copy = path.join(t.testdir({}), 'copy.sqlite');
copyFileSync(seedsDatabase, copy);
const data = dataFor(copy);

/** The answer as the other thread receives it. */
async function answered(url: string): Promise<Answered> {
  const moved = (await answer(task(url), data)) as unknown as { [Piscina.valueSymbol]: Answered };
  return moved[Piscina.valueSymbol];
}

t.test('without a database at first', async (t) => {
  const missing = path.join(t.testdir({}), 'missing.sqlite');
  t.equal(await answer(task('/statements'), dataFor(missing)), cannotOpen);
  const damaged = path.join(t.testdir({}), 'damaged.sqlite');
  copyFileSync(seedsDatabase, damaged);
  truncateSync(damaged, 50_000);
  t.equal(await answer(task('/statements'), dataFor(damaged)), cannotOpen);
  const { config, isTerminal } = data;
  const odd = { config: { ...config, TRUSTED_PROXIES: ['no address'] }, isTerminal };
  await t.rejects(answer(task('/statements'), odd), TypeError, 'what is wrong otherwise stays what it is');
  t.equal((await answered('/statements')).status, 200, 'the next one tries again');
});

t.test('the bytes of the application, whole or in pieces', async (t) => {
  const { app } = await testApp(t);
  for (const [url, isWhole] of [
    ['/people/putin', true],
    ['/people/nobody', true],
    ['/dataset.ndjson', false],
  ] as const) {
    const { status, body } = await answered(url);
    t.equal(body instanceof Uint8Array, isWhole, `${url}: ${isWhole ? 'whole' : 'in pieces'}`);
    const bytes = body instanceof Uint8Array ? Buffer.from(body) : await buffer(receivePieces(body));
    const expected = await app.inject({ url, headers: { 'x-request-id': 'the-same' } });
    t.equal(status, expected.statusCode);
    t.ok(bytes.equals(expected.rawPayload), 'the same bytes');
  }
});

t.test('a reader who goes away, and one who is gone', async (t) => {
  const { body } = await answered('/statements?format=ndjson');
  const stream = receivePieces(body as MessagePort);
  await once(stream, 'readable');
  stream.destroy();
  await once(stream, 'close');
  const late = task('/statements');
  Atomics.store(late.marks, marks.gone, 1);
  t.equal(await answer(late, data), null);
});

t.test('without its database at last', async (t) => {
  rmSync(copy);
  t.equal((await answered('/statements')).status, 200, 'the old state goes on');
});
