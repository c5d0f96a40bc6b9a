// The way to PostgreSQL is slow, then silent, then well again: answers are late, then 503 in bounded time, then there.
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import t from 'tap';
import { needsPostgres, startPostgres } from '../../support/postgres/database.ts';
import { startProxy } from '../../support/postgres/proxy.ts';
import { publishFile } from '../../support/postgres/publishing.ts';
import { seedsDatabase } from '../../support/prepared.ts';
import { ask, startServer, until } from '../server.ts';

/** Milliseconds that a statement may take, and an answer: it may ask twice, and look at the host between. */
const timeout = 1_000;
const patience = 12_000;

t.test('a slow and a silent network', needsPostgres, async (t) => {
  const postgres = await startPostgres(t);
  const file = path.join(t.testdir({ data: {} }), 'data', 'seeds.sqlite');
  copyFileSync(seedsDatabase, file);
  t.match(await publishFile(file, postgres.address()), { status: 0 });
  const proxy = await startProxy(t, postgres.port);
  const server = await startServer(t, file, {
    DATABASE: `postgres://postgres@127.0.0.1:${proxy.port}/summit`,
    DATABASE_TIMEOUT: timeout,
  });
  const timed = async (url: string) => {
    const from = performance.now();
    const { status, body } = await ask(server.port, url);
    return { status, body: String(body), milliseconds: performance.now() - from };
  };
  const urls = [
    '/statements?speaker=putin',
    '/statements?q=peace',
    '/statements?facets=speaker,topic',
    '/people/putin',
  ];

  proxy.delay(100);
  for (const url of urls) {
    const { status, milliseconds } = await timed(url);
    t.equal(status, 200, `${url} over a slow network`);
    t.ok(milliseconds < 3_000, `${milliseconds} ms`);
  }

  proxy.delay(null);
  const notHeld = [
    '/statements?speaker=trump',
    '/statements?q=war',
    '/statements?facets=outlet,place',
    '/people/trump',
  ];
  const silent = await Promise.all(notHeld.map(timed));
  for (const { status, body, milliseconds } of silent) {
    t.equal(status, 503);
    t.match(body, /"code":"not-ready"/);
    t.ok(milliseconds < patience, `${milliseconds} ms`);
  }
  await until(async () => (await ask(server.port, '/health/ready')).status === 503);
  t.equal((await timed('/health/live')).status, 200, 'the process is well');
  const refused = await timed('/people/zelensky');
  t.equal(refused.status, 503);
  t.ok(refused.milliseconds < 6_000, `refused in ${refused.milliseconds} ms`);

  proxy.delay(0);
  await until(async () => (await ask(server.port, '/health/ready')).status === 200, 20_000);
  for (const url of urls)
    t.equal((await timed(`${url}${url.includes('?') ? '&' : '?'}fields=id`)).status, 200, url);
  t.equal(await server.stop(), 0, 'the server ends well');
});
