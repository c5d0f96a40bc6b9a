// /dataset.sqlite is the served file: it serves the same answers and holds no paths; downloads keep the state at which they began.
import { once } from 'node:events';
import { copyFileSync, readdirSync, readFileSync, readlinkSync, renameSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, type Socket } from 'node:net';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import t, { type Test } from 'tap';
import { ingest } from '../../../src/ingest/ingest.ts';
import { databaseFile } from '../../../src/resources/downloads/files.ts';
import { openForReading } from '../../../src/sqlite/open.ts';
import { storeOf } from '../../../src/sqlite/store.ts';
import { until } from '../../server/threads/listening.ts';
import { followed, testApp } from '../../support/app.ts';
import { exampleUrl, paths } from '../../support/examples.ts';
import { bareStatement, fixture, madeUp } from '../../support/fixture.ts';
import { isProblem } from '../../support/problems.ts';
import { readSeeds, type Seeds } from '../../support/seeds.ts';

/** Downloads the database of an application to a file. */
async function download(t: Test, ask: (url: string) => Promise<{ rawPayload: Buffer }>): Promise<string> {
  const file = path.join(t.testdir({}), 'copy.sqlite');
  writeFileSync(file, (await ask('/dataset.sqlite')).rawPayload);
  return file;
}

const seeds = readSeeds();

t.test('it opens as it is, whole and without other files, and serves the same answers', async (t) => {
  const { ask } = await testApp(t);
  const file = await download(t, ask);
  const copy = await testApp(t, { database: file });
  t.same(copy.database.pragma('integrity_check', { simple: true }), 'ok');
  t.same(copy.database.pragma('foreign_key_check'), []);
  t.same(copy.database.pragma('journal_mode', { simple: true }), 'delete');
  for (const each of paths.filter((each) => each !== '/dataset.sqlite')) {
    const url = exampleUrl(each);
    const [original, other] = [await ask(url), await copy.ask(url)];
    const same = (body: string) => body.replace(/"requestId":"[^"]+"/, '');
    t.equal(same(other.body), same(original.body), url);
    t.equal(other.headers['etag'], original.headers['etag'], url);
  }
  t.same(readdirSync(path.dirname(file)), ['copy.sqlite'], 'reading leaves no files beside it');
});

t.test(
  'it holds no path of the files that the records were read from, nor anything of records that were removed',
  async (t) => {
    const { database, load } = await fixture(t, { ...seeds, statement: [...seeds.statement, secret(seeds)] });
    await load(seeds);
    const { ask } = await testApp(t, { database });
    const bytes = (await ask('/dataset.sqlite')).rawPayload;
    t.ok(bytes.includes('putin-good-direct-contacts'));
    for (const hidden of ['records/', path.basename(path.dirname(database)), 'to-be-forgotten'])
      t.notOk(bytes.includes(hidden), hidden);
    t.notOk((await ask('/changes')).body.includes('to-be-forgotten'));
  },
);

/** A statement that is removed before the download. */
const secret = ({ source: [source] }: Seeds) => {
  const made = bareStatement('secret', { gist: { en: 'A thing to-be-forgotten.', ar: 'شيء ينسى.' } });
  const start = source?.paragraphs[0]?.start ?? 0;
  const [rendition] = made.renditions;
  return {
    ...made,
    renditions: rendition ? [{ ...rendition, source: String(source?.id), start, end: start + 5 }] : [],
  };
};

t.test('it can be loaded into, and knows what is the same', async (t) => {
  const { ask } = await testApp(t);
  const file = await download(t, ask);
  const report = await ingest({ database: file, paths: ['seeds'], prune: true });
  t.equal(report.versionAfter, report.versionBefore);
  const { data } = (await (await testApp(t, { database: file })).get('/changes?since=2999-01-01')) as {
    data: [];
  };
  t.same(data, []);
});

t.test('a load while it is asked for: one state or the other, whole', async (t) => {
  const { database, load } = await fixture(t, seeds);
  const { ask } = await testApp(t, { database });
  for (let round = 0; round < 4; round += 1) {
    const asked = ask('/dataset.sqlite');
    await load({ ...seeds, statement: seeds.statement.slice(round + 1) });
    const response = await asked;
    const file = `${database}.copy`; // a folder made anew would take the database with it
    writeFileSync(file, response.rawPayload);
    const copy = openForReading(file);
    const version = copy.prepare('SELECT version FROM dataset').pluck().get();
    const counts = ['statement', "document WHERE collection = 'statements'"].map((table) =>
      copy.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
    );
    copy.close();
    t.match(
      response.headers['content-disposition'],
      `summit-record-${version}.sqlite`,
      'its name says which',
    );
    t.equal(counts[0], counts[1]);
    const again = new Sqlite(file); // it is a database of its own, that can be written to
    again.close();
  }
});

t.test('a file that is replaced while it is opened', async (t) => {
  const { database, load } = await fixture(t, seeds);
  const other = `${database}.other`;
  copyFileSync(database, other);
  await load({ ...seeds, statement: seeds.statement.slice(1) });
  const store = storeOf(openForReading(database), followed(t, database));
  t.teardown(() => store.close());
  const before = store.dataset()?.version;
  const opened = databaseFile(store);
  renameSync(other, database);
  const { version, size, read } = await opened;
  t.not(version, before);
  t.equal(version, store.dataset()?.version, 'it is of the newest data');
  const bytes = await buffer(read({ first: 0, last: size - 1 }));
  t.ok(bytes.equals(readFileSync(database)));
});

t.test('a slow reader gets the state at which it began; one that leaves holds nothing', async (t) => {
  const { database, load } = await fixture(t, madeUp(1_500, 3));
  const { app, ask } = await testApp(t, { database });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const begin = async (url: string): Promise<Socket> => {
    const socket = connect(port, '127.0.0.1');
    socket.write(`GET ${url} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    await once(socket, 'readable');
    return socket;
  };
  const urls = ['/dataset.ndjson', '/dataset.sqlite'];
  const begun = [];
  for (const url of urls) {
    begun.push({ url, whole: await ask(url), slow: await begin(url) });
    (await begin(url)).destroy();
  }
  await load(seeds);
  for (const { url, whole, slow } of begun) {
    t.not((await ask(url)).headers['etag'], whole.headers['etag'], url);
    await wait(50);
    const bytes = await buffer(slow);
    const end = bytes.indexOf('\r\n\r\n') + 4;
    t.match(bytes.subarray(0, end).toString(), String(whole.headers['etag']), url);
    t.ok(bytes.subarray(end).equals(whole.rawPayload), `${url}: all of it, and nothing of the new`);
  }
  await wait(50);
  if (process.platform === 'linux') t.equal(openDeleted(database), 0, 'the old file is closed');
});

t.test('more downloads at a time than may be are rejected, and one that ends makes room', async (t) => {
  const { database } = await fixture(t, madeUp(3_000, 3));
  const { app, ask } = await testApp(t, { database, limits: { maxStreams: 2, streamPatience: 50 } });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const open = [];
  for (let at = 0; at < 2; at += 1) {
    const socket = connect(port, '127.0.0.1'); // it reads nothing but the first piece, and no buffer holds all
    socket.write(`GET /dataset.sqlite HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    await once(socket, 'readable');
    open.push(socket);
  }
  for (const url of ['/dataset.sqlite', '/dataset.ndjson', '/statements.ndjson', '/changes.csv']) {
    const refused = await ask(url);
    isProblem(t, refused, 'overloaded', url);
    t.equal(refused.headers['retry-after'], '2', url);
  }
  t.equal((await ask('/statements?limit=100')).statusCode, 200, 'pages of lists are served');
  for (const socket of open) socket.destroy();
  await until(async () => (await ask('/dataset.ndjson')).statusCode === 200);
  for (let time = 0; time < 5; time += 1)
    t.equal((await ask('/statements.ndjson')).statusCode, 200, 'none is counted for ever');
});

t.test('downloads beyond the bound wait for their turn', async (t) => {
  const { app } = await testApp(t, { limits: { maxStreams: 2 } });
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  const urls = ['/statements.csv', '/dataset.sqlite', '/changes.ndjson', '/people.ndjson'];
  const statusOf = async (url: string): Promise<number> => {
    const answer = await fetch(origin + url);
    await answer.arrayBuffer();
    return answer.status;
  };
  const burst = Array.from({ length: 20 }, (_, at) => statusOf(`${urls[at % urls.length]}`));
  const left = Array.from({ length: 20 }, () => {
    const leaving = new AbortController();
    setTimeout(() => leaving.abort(), 5);
    return fetch(`${origin}/dataset.ndjson`, { signal: leaving.signal }).catch(() => null);
  });
  t.same(new Set(await Promise.all(burst)), new Set([200]));
  await Promise.all(left);
  t.equal(await statusOf('/dataset.ndjson'), 200, 'clients that left while they waited hold no place');
});

/** How often this process has the file open that was replaced. */
const openDeleted = (file: string): number =>
  readdirSync('/proc/self/fd').filter((descriptor) => {
    try {
      return readlinkSync(`/proc/self/fd/${descriptor}`) === `${file} (deleted)`;
    } catch {
      return false; // the one by which this very folder is read
    }
  }).length;
