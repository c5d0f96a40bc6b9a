// The rights that docs/scale.md and ops/postgres/roles.sql give are enough to publish and to serve, and no more.
import { readFileSync } from 'node:fs';
import t from 'tap';
import { readAddress } from '../../src/postgres/address.ts';
import { postgresStore } from '../../src/postgres/store.ts';
import { inProject } from '../../src/project.ts';
import { needsPostgres, startPostgres, withClient } from '../support/postgres/database.ts';
import { publishFile } from '../support/postgres/publishing.ts';
import { seedsDatabase } from '../support/prepared.ts';

const roles = readFileSync(inProject('ops', 'postgres', 'roles.sql'), 'utf8');

/** Without comments and passwords, which the document leaves out. */
const bare = (sql: string): string => sql.replace(/^--.*\n/gm, '').replace(/ PASSWORD '\w+'/g, '');

t.test('the document shows the same SQL', async (t) => {
  t.match(readFileSync(inProject('docs', 'scale.md'), 'utf8'), bare(roles).trim());
});

t.test('in a database of another name, run by its owner, who is no superuser', needsPostgres, async (t) => {
  const server = await startPostgres(t);
  await server.query('CREATE ROLE owner LOGIN CREATEROLE');
  await server.query('CREATE DATABASE "News-Archive" OWNER owner');
  const addressOf = (user: string): string => server.address(user).replace(/summit$/, 'News-Archive');
  await withClient(addressOf('owner'), (client) => client.query(roles));
  t.match(await publishFile(seedsDatabase, addressOf('summit_publisher')), { status: 0 });
  const hosts = readAddress(addressOf('summit_server')) ?? [];
  const store = await postgresStore({ hosts, connections: 2, timeout: 5_000 });
  t.teardown(() => store.close());
  t.equal(store.trouble(), null);
  t.ok(store.dataset());
  await withClient(addressOf('summit_server'), async (client) => {
    const { rows } = await client.query<{ schema: string }>('SELECT schema FROM summit.current');
    for (const sql of [
      `DELETE FROM ${rows[0]?.schema}.document`,
      'UPDATE summit.current SET number = 9',
      'CREATE SCHEMA mine',
    ])
      await t.rejects(client.query(sql), { code: '42501' }, sql);
  });
});
