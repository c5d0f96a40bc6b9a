// What the server tells of itself at the admin address: read as Prometheus reads it, it adds up to what was asked.

import { once } from 'node:events';
import { renameSync, truncateSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import t, { type Test } from 'tap';
import { freePort } from '../../../bench/processes.ts';
import { readConfig } from '../../../src/config.ts';
import { release } from '../../../src/project.ts';
import { serve } from '../../../src/server/serve.ts';
import { readDataset } from '../../../src/sqlite/dataset.ts';
import { emptyDatabase, openForReading } from '../../../src/sqlite/open.ts';
import { preparer } from '../../../src/sqlite/prepare.ts';
import { bareRecords, bareStatement, fixture } from '../../support/fixture.ts';
import { seedsDatabase } from '../../support/prepared.ts';
import { exchange } from '../../support/wire.ts';
import { fetched, until } from '../threads/listening.ts';
import { type Family, readExposition, sampleValue } from './exposition.ts';

const duration = 'http_request_duration_seconds';

interface Serving {
  port: number;
  app: FastifyInstance;
  adminPort: number;
  metrics(): Promise<Map<string, Family>>;
}

/** Serves as the command does, and finds the admin address in what it logs. */
async function serving(t: Test, settings: Record<string, string> = {}): Promise<Serving> {
  const config = readConfig({
    DATABASE: seedsDatabase,
    PORT: '0',
    ADMIN_PORT: String(await freePort()),
    THREADS: '0',
    LOG_LEVEL: 'silent',
    ...settings,
  });
  const app = await serve(config);
  t.teardown(() => app.close());
  const { port } = app.server.address() as AddressInfo;
  const adminPort = Number(config.ADMIN_PORT);
  const metrics = async () => {
    const response = await fetched(adminPort, '/metrics');
    t.equal(response.status, 200);
    t.equal(response.headers['content-type'], 'text/plain; version=0.0.4; charset=utf-8');
    return readExposition(response.body.toString());
  };
  return { app, port, adminPort, metrics };
}

t.test('every answer counts once, by route, method and class of status', async (t) => {
  const { port, metrics } = await serving(t);
  const gzip = { headers: { 'accept-encoding': 'gzip' } };
  const first = await fetched(port, '/statements?speaker=putin', gzip);
  const etag = String(first.headers.etag);
  for (let time = 0; time < 4; time++) await fetched(port, '/statements?speaker=putin', gzip);
  for (let time = 0; time < 3; time++)
    await fetched(port, '/statements?speaker=putin', {
      headers: { ...gzip.headers, 'if-none-match': etag },
    });
  await fetched(port, '/statements?speaker=%70utin', gzip);
  await fetched(port, '/statements?speaker=nobody-of-that-name');
  await fetched(port, '/statements?limit=1', { method: 'HEAD' });
  await fetched(port, '/people/putin');
  await fetched(port, '/people/trump');
  await fetched(port, '/people', { method: 'DELETE' });
  for (const nowhere of ['/nowhere', '/no/where', '/wp-login.php?x=1']) await fetched(port, nowhere);
  await fetched(port, '/people/%ff');
  await exchange(port, 'GET /people HTTP/1.1\r\nHost: x\r\nbad header\r\n\r\n');
  const inPieces = connect(port, '127.0.0.1');
  for (let piece = 0; piece < 5; piece += 1) {
    inPieces.write(piece === 0 ? 'GET /people HTTP/1.1\r\nbad header\r\n' : 'more\r\n');
    await wait(20);
  }
  inPieces.destroy();
  const families = await metrics();
  const count = (route: string, status: string, method = 'GET'): number =>
    sampleValue(families, `${duration}_count`, { route, method, status });
  t.equal(count('/statements', '200'), 6, 'made once, found four times, and once in other words');
  t.equal(count('/statements', '304'), 3, 'not changed');
  t.equal(count('/statements', '400'), 1);
  t.equal(count('/statements', '200', 'HEAD'), 1);
  t.equal(count('/people/:id', '200'), 2, 'the pattern of the route, not the id');
  t.equal(count('none', '405', 'DELETE'), 1, 'no route takes another method');
  t.equal(count('none', '404'), 3, 'unknown paths are one route');
  t.equal(sampleValue(families, 'summit_record_unreadable_requests_total'), 2, 'once each');
  t.equal(sampleValue(families, 'summit_record_cache_hits_total'), 7, 'whole and not changed');
  t.equal(
    sampleValue(families, 'summit_record_cache_misses_total'),
    4,
    'statements in two spellings, and two people',
  );
  for (const { labels, value } of families.get(duration)?.samples ?? []) {
    if (labels['le'] === '10') continue;
    t.ok(value >= 0);
    t.notMatch(JSON.stringify(labels), /putin|nowhere|wp-login/, 'no label holds what a client made up');
  }
  const sum = sampleValue(families, `${duration}_sum`, {
    route: '/people/:id',
    method: 'GET',
    status: '200',
  });
  t.ok(sum > 0 && sum < 60, 'in seconds');
});

t.test('what is kept, what is served, and who serves', async (t) => {
  const records = { ...bareRecords(), statement: [bareStatement('first')] };
  const { database, load } = await fixture(t, records);
  const { port, metrics } = await serving(t, { DATABASE: database });
  const before = await metrics();
  t.equal(sampleValue(before, 'summit_record_cache_entries'), 0);
  for (let time = 0; time < 3; time++) await fetched(port, '/statements?limit=1');
  const families = await metrics();
  t.equal(sampleValue(families, 'summit_record_cache_entries'), 1);
  const body = (await fetched(port, '/statements?limit=1')).body.length;
  t.ok(sampleValue(families, 'summit_record_cache_bytes') > body);
  const versionIn = (told: Map<string, Family>) =>
    told.get('summit_record_dataset_info')?.samples.map(({ labels, value }) => [labels, value]);
  const datasetOf = () => {
    const opened = openForReading(database);
    const found = readDataset(preparer(opened));
    opened.close();
    return found;
  };
  t.strictSame(versionIn(families), [[{ version: datasetOf()?.version }, 1]]);
  t.equal(
    sampleValue(families, 'summit_record_dataset_loaded_timestamp_seconds'),
    Date.parse(String(datasetOf()?.ingestedAt)) / 1_000,
  );
  await load({ ...records, statement: [bareStatement('first'), bareStatement('second')] });
  const after = await metrics();
  t.strictSame(
    versionIn(after),
    [[{ version: datasetOf()?.version }, 1]],
    'without that anybody asked for data',
  );
  t.not(versionIn(after)?.[0]?.[0], versionIn(families)?.[0]?.[0]);
  t.equal(sampleValue(after, 'summit_record_cache_entries'), 0, 'nothing of the old one');
  t.equal(sampleValue(after, 'summit_record_release_info', { release }), 1);
  for (const state of ['active', 'idle'])
    t.ok(
      sampleValue(after, 'nodejs_eventloop_seconds_total', { state }) >=
        sampleValue(families, 'nodejs_eventloop_seconds_total', { state }),
      `time only grows: ${state}`,
    );
  for (const name of [
    'process_cpu_seconds_total',
    'process_resident_memory_bytes',
    'nodejs_eventloop_lag_p99_seconds',
  ])
    t.ok(sampleValue(after, name) > 0, name);
});

t.test('something is wrong with the file', async (t) => {
  const { database } = await fixture(t, { ...bareRecords(), statement: [bareStatement('first')] });
  const { metrics } = await serving(t, { DATABASE: database });
  const trouble = async () => sampleValue(await metrics(), 'summit_record_database_trouble');
  t.equal(await trouble(), 0);
  renameSync(database, `${database}.away`);
  await until(async () => (await trouble()) === 1);
  renameSync(`${database}.away`, database);
  await until(async () => (await trouble()) === 0);
  t.pass('and it is over when the file is back');
});

t.test('the file was cut short: that is told, and nothing else is lost', async (t) => {
  const { database } = await fixture(t, { ...bareRecords(), statement: [bareStatement('first')] });
  const { port, metrics } = await serving(t, { DATABASE: database });
  const before = await metrics();
  truncateSync(database, 50_000);
  t.equal((await fetched(port, '/statements')).status, 503);
  const families = await metrics();
  t.equal(sampleValue(families, 'summit_record_database_trouble'), 1);
  t.equal(sampleValue(families, `${duration}_count`, { route: '/statements', status: '503' }), 1);
  const info = 'summit_record_dataset_info';
  t.strictSame(families.get(info)?.samples, before.get(info)?.samples, 'the version that is damaged');
});

t.test('the threads, and what is with them', async (t) => {
  const { port, metrics } = await serving(t, { THREADS: '1' });
  t.ok(sampleValue(await metrics(), 'summit_record_threads') <= 1, 'there soon, if not yet');
  await until(async () => {
    await wait(300); // each look takes time from the threads, which come second
    return sampleValue(await metrics(), 'summit_record_threads') === 1;
  }, 60_000);
  for (let time = 0; time < 3; time++)
    t.equal((await fetched(port, `/search?q=putin&limit=${time + 1}`)).status, 200);
  const families = await metrics();
  t.equal(sampleValue(families, `${duration}_count`, { route: '/search', status: '200' }), 3);
  t.equal(sampleValue(families, 'summit_record_cache_misses_total'), 3, 'made in threads');
  t.equal(sampleValue(families, 'summit_record_heavy_requests_limit'), 17);
  t.equal(sampleValue(families, 'summit_record_heavy_requests', { state: 'running' }), 0);
  t.equal(sampleValue(families, 'summit_record_heavy_requests', { state: 'waiting' }), 0);
  t.equal(sampleValue(families, 'summit_record_heavy_requests_shed_total'), 0);
});

t.test('how the server is, in the same words as the API says it', async (t) => {
  const { port, adminPort } = await serving(t);
  for (const path of ['/health/live', '/health/ready']) {
    const [public_, admin] = [await fetched(port, path), await fetched(adminPort, path)];
    t.equal(admin.status, 200, path);
    t.strictSame(admin.body, public_.body, path);
    t.equal(admin.headers['content-type'], public_.headers['content-type']);
    t.equal(admin.headers['cache-control'], 'no-store');
  }
  t.equal((await fetched(adminPort, '/statements')).status, 404, 'no data here');
  t.equal((await fetched(port, '/metrics')).status, 404, 'and no metrics there');
});

t.test('while it stops it lives, and is not ready', async (t) => {
  const { app, adminPort } = await serving(t);
  const closed = app.close();
  const [live, ready] = await Promise.all(
    ['/health/live', '/health/ready'].map((path) => fetched(adminPort, path)),
  );
  t.equal(live?.status, 200);
  t.strictSame(live?.body.toString(), '{"status":"live"}');
  t.equal(ready?.status, 503);
  t.match(JSON.parse(String(ready?.body)), { code: 'not-ready', detail: 'the server is stopping' });
  t.match(ready?.headers['content-type'], /^application\/problem\+json/);
  await closed;
});

t.test('nothing ingested yet: no version, and not ready', async (t) => {
  const file = `${t.testdir({})}/empty.sqlite`;
  const empty = emptyDatabase();
  writeFileSync(file, empty.serialize());
  empty.close();
  const { adminPort, metrics } = await serving(t, { DATABASE: file });
  t.strictSame((await metrics()).get('summit_record_dataset_info')?.samples, []);
  const { status, headers } = await fetched(adminPort, '/health/ready');
  t.equal(status, 503);
  t.match(headers['content-type'], /^application\/problem\+json/);
});

t.test('an admin address that is taken keeps it from its start', async (t) => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  t.teardown(() => other.close());
  const ADMIN_PORT = String((other.address() as AddressInfo).port);
  const settings = { DATABASE: seedsDatabase, PORT: '0', THREADS: '0', LOG_LEVEL: 'silent' };
  await t.rejects(serve(readConfig({ ...settings, ADMIN_PORT })), {
    name: 'StartError',
    message: new RegExp(`^port ${ADMIN_PORT} of 127\\.0\\.0\\.1 is in use.*set ADMIN_PORT`),
  });
  await t.rejects(serve(readConfig({ ...settings, ADMIN_PORT: '0', ADMIN_HOST: '192.0.2.1' })), {
    name: 'StartError',
    message: /192\.0\.2\.1.*ADMIN_HOST/,
  });
});
