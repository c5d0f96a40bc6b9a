// Kills publishes at random moments: the version before is served, or the new one, whole; nothing else is left behind.

import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import t from 'tap';
import { Random } from '../../../bench/data/random.ts';
import { needsPostgres, startPostgres } from '../../support/postgres/database.ts';
import { publishFile } from '../../support/postgres/publishing.ts';
import { seedsDatabase } from '../../support/prepared.ts';
import { generatedDatabase, node, script, start, until } from '../server.ts';

const kills = 12;

t.test('killed publishes', needsPostgres, async (t) => {
  const postgres = await startPostgres(t);
  const address = postgres.address();
  const database = await generatedDatabase(path.join(t.testdir({}), '.'), 3_000);
  const began = performance.now();
  t.match(await publishFile(database, address), { status: 0 });
  const usual = performance.now() - began;
  t.match(await publishFile(seedsDatabase, address, '--keep', '1'), { status: 0 });
  const kept = await schemas();
  const [before] = await postgres.query('SELECT * FROM summit.current');
  const startPublish = () =>
    start(...node(script('publish'), address), { env: { ...process.env, DATABASE: database } });
  const random = new Random(5);
  let killed = 0;
  for (let at = 0; at < kills; at += 1) {
    const { child, ended } = startPublish();
    await wait(random.below(0.8 * usual));
    child.kill('SIGKILL');
    if ((await ended).signal === 'SIGKILL') killed += 1;
    await until(async () => (await backends()) === 0, 20_000);
    const [current] = await postgres.query('SELECT * FROM summit.current');
    if (current?.['number'] !== before?.['number']) break; // it was done before the signal came
    t.ok((await schemas()) <= kept, 'nothing is left'); // an old version may be dropped before
  }
  t.ok(killed > 0, `${killed} were killed`);
  t.equal((await startPublish().ended).status, 0, 'the next one succeeds');

  async function schemas(): Promise<number> {
    const [found] = await postgres.query(
      "SELECT count(*)::integer AS count FROM pg_namespace WHERE nspname LIKE 'summit\\_%'",
    );
    return Number(found?.['count']);
  }

  async function backends(): Promise<number> {
    const [found] = await postgres.query(
      "SELECT count(*)::integer AS count FROM pg_stat_activity WHERE application_name = 'summit-record publish'",
    );
    return Number(found?.['count']);
  }
});
