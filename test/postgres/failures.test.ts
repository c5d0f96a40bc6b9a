// PostgreSQL fails while it is served: 503 with a code, readiness says so, nothing crashes, and answers come again by themselves.
import { setTimeout as wait } from 'node:timers/promises';
import t from 'tap';
import { tablesFormat } from '../../src/postgres/tables.ts';
import { bareRecords, bareStatement, fixture } from '../support/fixture.ts';
import { needsPostgres, startPostgres, withClient } from '../support/postgres/database.ts';
import { publishFile } from '../support/postgres/publishing.ts';
import { interval, served } from '../support/postgres/served.ts';
import { isProblem } from '../support/problems.ts';

const bare = bareRecords();
const person = bare.person.map((each) => (each.id === 'putin' ? { ...each, formerly: ['poutine'] } : each));
const records = (...ids: string[]) => ({ ...bare, person, statement: ids.map((id) => bareStatement(id)) });
const total = (response: { json: () => { page: { total: number } } }): number => response.json().page.total;

t.test('with a server', needsPostgres, async (t) => {
  const server = await startPostgres(t);
  const address = server.address();
  const { database, load } = await fixture(t, records('first'));

  await t.test('nothing published, then a version, then another', async (t) => {
    const { ask, until, troubles } = await served(t, address);
    for (const url of ['/statements', '/health/ready', '/dataset'])
      isProblem(t, await ask(url), 'not-ready', url);
    t.match(troubles, [/no version is published; run: npm run publish/]);
    t.match((await ask('/statements')).json().detail, 'nothing has been published yet');
    t.match(await publishFile(database, address), { status: 0 });
    await until('/health/ready', 200);
    t.equal(total(await ask('/statements')), 1);
    t.equal((await ask('/people/poutine')).headers.location, '/people/putin', 'an id that was given up');
    await load(records('first', 'second'));
    t.match(await publishFile(database, address), { status: 0 });
    for (let tries = 0; total(await ask('/statements')) < 2 && tries < 100; tries += 1) await wait(interval);
    t.equal(total(await ask('/statements')), 2, 'without a restart');
    isProblem(t, await ask('/dataset.sqlite'), 'unknown-route');
    t.match(troubles.at(-1), 'over');
  });

  await t.test('a format that is not known', async (t) => {
    const { ask, until, troubles } = await served(t, address);
    await server.query("UPDATE summit.current SET format = 99, version = 'newer'");
    await until('/health/ready', 503);
    t.match(troubles, [/version newer .* has format 99, this release reads format \d+; publish with/]);
    t.equal((await ask('/statements')).statusCode, 200, 'the version before is still answered');
    const { ask: askAnew } = await served(t, address);
    isProblem(t, await askAnew('/statements'), 'not-ready', 'a server that starts has none');
    await server.query(`UPDATE summit.current SET format = ${tablesFormat}`);
    await until('/health/ready', 200);
  });

  await t.test('rights', async (t) => {
    await server.query('CREATE ROLE reader LOGIN');
    const { ask, until, troubles } = await served(t, server.address('reader'));
    isProblem(t, await ask('/statements'), 'not-ready');
    t.match(troubles, [/permission denied for schema summit; give the role its rights/]);
    await server.query('GRANT USAGE ON SCHEMA summit TO reader; GRANT SELECT ON summit.current TO reader');
    for (let tries = 0; troubles.length < 2 && tries < 100; tries += 1) await wait(interval);
    t.match(troubles[1], /permission denied for schema summit_/);
    const [current] = await server.query('SELECT schema FROM summit.current');
    const schema = String(current?.['schema']);
    await server.query(
      `GRANT USAGE ON SCHEMA ${schema} TO reader; GRANT SELECT ON ALL TABLES IN SCHEMA ${schema} TO reader`,
    );
    await until('/health/ready', 200);
    t.equal(total(await ask('/statements')), 2);
  });

  await t.test('restarted between two requests', async (t) => {
    const { ask, until, troubles } = await served(t, address);
    t.equal((await ask('/statements')).statusCode, 200);
    await server.stop();
    await server.start();
    await until('/statements?limit=3', 200); // the server may have noticed in between that the database was away
    t.notOk(troubles.some((each) => /damaged/.test(each)));
  });

  await t.test('crashed, and back', async (t) => {
    const { ask, until, troubles } = await served(t, address);
    t.equal((await ask('/statements')).statusCode, 200);
    const [current] = await server.query('SELECT schema FROM summit.current');
    const waiting = await withClient(address, async (other) => {
      await other.query('BEGIN');
      await other.query(`LOCK TABLE ${String(current?.['schema'])}.document IN ACCESS EXCLUSIVE MODE`);
      const asked = ask('/statements?limit=2');
      await wait(interval);
      await server.stop('kill');
      return asked;
    });
    isProblem(t, await waiting, 'not-ready', 'while a statement was under way');
    const answer = await ask('/statements?limit=4');
    isProblem(t, answer, 'not-ready');
    t.equal(answer.headers['retry-after'], '2');
    t.match(answer.json().detail, /cannot be reached/);
    await until('/health/ready', 503);
    const away = /127\.0\.0\.1:\d+\/summit: .*check that PostgreSQL runs/;
    while (!troubles.some((each) => away.test(each))) await wait(interval); // the store looks at intervals
    await server.start();
    await until('/health/ready', 200);
    t.equal(total(await ask('/statements?limit=4')), 2);
    t.equal(troubles.at(-1), 'over');
  });

  await t.test('a statement that takes too long, and connections that are all in use', async (t) => {
    const { ask, until } = await served(t, address, 1);
    const [current] = await server.query('SELECT schema FROM summit.current');
    await withClient(address, async (other) => {
      await other.query('BEGIN');
      await other.query(`LOCK TABLE ${String(current?.['schema'])}.document IN ACCESS EXCLUSIVE MODE`);
      const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((limit) => ask(`/statements?limit=${limit}`)));
      for (const answer of answers) {
        isProblem(t, answer, 'not-ready');
        t.match(answer.json().detail, /did not answer in time/);
      }
    });
    await until('/statements?limit=7', 200);
  });

  await t.test('a version that was dropped while it was read', async (t) => {
    const { ask, until } = await served(t, address);
    const [current] = await server.query('SELECT schema FROM summit.current');
    await server.query(`DROP SCHEMA ${String(current?.['schema'])} CASCADE`);
    isProblem(t, await ask('/statements?limit=8'), 'not-ready');
    await load(records('first', 'second', 'third'));
    t.match(await publishFile(database, address), { status: 0 });
    await until('/statements?limit=8', 200);
    t.equal(total(await ask('/statements?limit=8')), 3);
  });

  await t.test('several hosts, of which one is away', async (t) => {
    const { ask } = await served(t, address.replace('127.0.0.1', `127.0.0.1:1,127.0.0.1`));
    t.equal(total(await ask('/statements')), 3);
    await t.rejects(
      async () => {
        const { status, output } = await publishFile(
          database,
          address.replace('127.0.0.1', '127.0.0.1:1,127.0.0.1'),
        );
        if (status === 0) throw new Error(output);
      },
      { message: /published already/ },
    );
  });
});
