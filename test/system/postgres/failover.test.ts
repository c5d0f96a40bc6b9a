// The primary dies and its replica takes over: clients get answers or a 503 that says when to come back, and the next publish
// reaches the new primary under the same address.
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import t from 'tap';
import { openForReading } from '../../../src/sqlite/open.ts';
import { needsPostgres, startPostgres } from '../../support/postgres/database.ts';
import { publishFile } from '../../support/postgres/publishing.ts';
import { startReplica } from '../../support/postgres/replica.ts';
import { seedsDatabase } from '../../support/prepared.ts';
import { ask, generatedDatabase, isShed, startServer, until } from '../server.ts';

const clientCount = 4;

t.test('a replica that becomes the primary', needsPostgres, async (t) => {
  const folder = t.testdir({ data: {} });
  const file = path.join(folder, 'data', 'seeds.sqlite');
  copyFileSync(seedsDatabase, file);
  const primary = await startPostgres(t);
  t.match(await publishFile(file, primary.address()), { status: 0 });
  const replica = await startReplica(t, primary);
  const address = `postgres://postgres@127.0.0.1:${primary.port},127.0.0.1:${replica.port}/summit`;
  const server = await startServer(t, file, { DATABASE: address });

  const seen = { answers: 0, shed: 0 };
  const wrong: string[] = [];
  let isOver = false;
  t.teardown(() => {
    isOver = true;
  });
  const clients = Array.from({ length: clientCount }, async (_, client) => {
    for (let at = 0; !isOver; at += 1) {
      const url = `/statements?limit=${1 + (at % 100)}&sort=${at % 2 ? 'saidOn' : '-saidOn'}`;
      const headers = { host: `client-${client}-${at}.example` }; // no answer is asked for twice
      const answer = await ask(server.port, url, { headers });
      if (answer.status === 200) seen.answers += 1;
      else if (isShed(answer)) seen.shed += 1;
      else wrong.push(`${answer.status}: ${String(answer.body)}`);
      await wait(5);
    }
  });

  await wait(500);
  await primary.stop('kill');
  t.match(await publishFile(file, address), { status: 1, output: /a replica, which takes no writes/ });
  await wait(500);
  await replica.query('SELECT pg_promote()');
  const more = await generatedDatabase(path.join(folder, 'data'), 200);
  t.match(await publishFile(more, address), { status: 0, output: /Published/ }, 'to the new primary');
  const version = openForReading(more).prepare('SELECT version FROM dataset').pluck().get();
  await until(async () => {
    const { body } = await ask(server.port, '/dataset');
    return (JSON.parse(String(body)) as { version?: string }).version === version;
  });
  isOver = true;
  await Promise.all(clients);
  t.comment(seen);
  t.same(wrong.slice(0, 5), [], 'nothing but answers and 503 with Retry-After');
  t.ok(seen.answers > 100, `${seen.answers} answers`);
  t.equal((await ask(server.port, '/health/ready')).status, 200);
  t.equal(await server.stop(), 0, 'the server ends well');
});
