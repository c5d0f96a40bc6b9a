// A publish makes a version current whole or not at all, keeps as many as asked, and names what is wrong.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import t from 'tap';
import { tablesFormat } from '../../src/postgres/tables.ts';
import { bareRecords, bareStatement, fixture } from '../support/fixture.ts';
import { needsPostgres, startPostgres, withClient } from '../support/postgres/database.ts';
import { publishFile } from '../support/postgres/publishing.ts';
import { seedsDatabase } from '../support/prepared.ts';

const records = (...ids: string[]) => ({ ...bareRecords(), statement: ids.map((id) => bareStatement(id)) });

/** SQL that has the server keep another row in the place of each document that arrives. */
const tampering = (row: string): string => `
  DROP EVENT TRIGGER IF EXISTS tamper;
  CREATE OR REPLACE FUNCTION public.tamper_row() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN ${row}; END $$;
  CREATE OR REPLACE FUNCTION public.tamper() RETURNS event_trigger LANGUAGE plpgsql AS $$
    DECLARE made record;
    BEGIN
      FOR made IN SELECT object_identity AS name FROM pg_event_trigger_ddl_commands()
        WHERE object_identity LIKE 'summit\\_%.document' LOOP
        EXECUTE 'CREATE TRIGGER tamper BEFORE INSERT ON ' || made.name || ' FOR EACH ROW EXECUTE FUNCTION public.tamper_row()';
      END LOOP;
    END $$;
  CREATE EVENT TRIGGER tamper ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION public.tamper()`;

t.test('wrong usage', async (t) => {
  for (const [args, complaint] of [
    [[], /name one database/],
    [['/tmp/file'], /name one database/],
    [['postgres://a/b', 'postgres://a/b'], /name one database/],
    [['--keep', 'many', 'postgres://a/b'], /--keep many: expected a whole number/],
    [['--force', 'postgres://a/b'], /--force/],
  ] as const) {
    const { status, output } = await publishFile(seedsDatabase, ...args);
    t.equal(status, 2, args.join(' '));
    t.match(output, complaint);
  }
  t.match(await publishFile(seedsDatabase, '--help'), { status: 0, output: /Usage/ });
});

t.test('what is wrong outside of PostgreSQL', async (t) => {
  const address = 'postgres://user:secret@127.0.0.1:1/summit';
  t.match(await publishFile('/nowhere.sqlite', address), { status: 1, output: /no such database/ });
  t.match(await publishFile('postgres://a/b', address), { status: 1, output: /expected the file/ });
  t.match(await publishFile(seedsDatabase, 'postgres://[/x'), { status: 1, output: /cannot be read/ });
  const certificate = `postgres://127.0.0.1:1/summit?sslrootcert=/nowhere.pem`;
  t.match(await publishFile(seedsDatabase, certificate), {
    status: 1,
    output: /^127\.0\.0\.1:1\/summit: ENOENT: no such file or directory, open '\/nowhere\.pem'/,
  });
  const away = await publishFile(seedsDatabase, address);
  t.match(away, { status: 1, output: /127\.0\.0\.1:1\/summit: .*check that PostgreSQL runs/ });
  t.notMatch(away.output, /secret/);
});

t.test('with a server', needsPostgres, async (t) => {
  const server = await startPostgres(t);
  const address = server.address();
  const schemas = async () =>
    (await server.query("SELECT nspname AS name FROM pg_namespace WHERE nspname LIKE 'summit\\_%'"))
      .map(({ name }) => String(name).replace(/^\w+_(\d+)$/, '$1'))
      .sort();
  const current = async () => (await server.query('SELECT * FROM summit.current'))[0];
  const { database, load } = await fixture(t, records('first'));

  await t.test('the first version, and the same again', async (t) => {
    const dry = await publishFile(database, '--dry-run', address);
    t.match(dry, { status: 0, output: /Would publish version \w{16} as summit_\w{16}_1: \d+ rows/ });
    t.same(await schemas(), [], 'a dry run writes nothing');
    t.match(await publishFile(database, address), { status: 0, output: /Published version \w{16}/ });
    t.match(await current(), { number: 1, format: tablesFormat });
    t.match(await publishFile(database, address), { status: 0, output: /published already/ });
    t.same(await schemas(), ['1']);
  });

  await t.test('as many versions are kept as asked', async (t) => {
    for (const [more, args, kept] of [
      ['second', [], ['1', '2']],
      ['third', [], ['2', '3']],
      ['fourth', ['--keep', '2'], ['2', '3', '4']],
    ] as const) {
      await load(records('first', more));
      t.match(await publishFile(database, ...args, address), { status: 0 });
      t.same(await schemas(), kept, more);
    }
    await load(records('first'));
    const dry = await publishFile(database, '--dry-run', address);
    t.match(dry.output, /Would drop summit_\w+_3\.\nWould drop summit_\w+_2\./);
    t.match(await publishFile(database, address), { status: 0 }, 'a version that was there before');
    t.same(await schemas(), ['4', '5']);
  });

  await t.test('a schema that is read is dropped at the publish after', async (t) => {
    await load(records('first', 'sixth'));
    await withClient(address, async (reader) => {
      const [old] = await server.query('SELECT schema FROM summit.publication WHERE number = 4');
      await reader.query('BEGIN');
      await reader.query(`SELECT * FROM ${String(old?.['schema'])}.dataset`);
      t.match(await publishFile(database, address), { status: 0, output: /_4 is still read/ });
    });
    t.same(await schemas(), ['4', '5', '6']);
    await load(records('first', 'seventh'));
    t.match(await publishFile(database, address), { status: 0 });
    t.same(await schemas(), ['6', '7']);
  });

  await t.test('rows that arrive changed, or not at all, are never served', async (t) => {
    const before = await current();
    await load(records('first', 'ninth'));
    for (const [row, complaint] of [
      [
        'jsonb_populate_record(NEW, \'{"weight": 7}\')',
        /document: its rows arrived changed; check the server's storage/,
      ],
      ['NULL', /document: 0 of \d+ rows arrived; run the command again/],
    ] as const) {
      await server.query(tampering(row));
      t.match(await publishFile(database, address), { status: 1, output: complaint });
      t.same(await current(), before);
    }
    await server.query('DROP EVENT TRIGGER tamper');
  });

  await t.test('what fails leaves the version before', async (t) => {
    const before = await current();
    await load(records('first', 'eighth'));
    await server.query('CREATE ROLE powerless LOGIN');
    const refused = await publishFile(database, server.address('powerless'));
    t.match(refused, { status: 1, output: /permission denied.*give the role its rights/ });
    await withClient(address, async (other) => {
      await other.query(`SELECT pg_advisory_lock(${0x536d5263})`);
      t.match(await publishFile(database, address), { status: 1, output: /another publish is under way/ });
    });
    await server.query("CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0");
    const latin = await publishFile(database, address.replace(/summit$/, 'latin'));
    t.match(latin, { status: 1, output: /encoding LATIN1/ });
    t.match(await publishFile(database, address.replace(/summit$/, 'none')), {
      status: 1,
      output: /CREATE DATABASE/,
    });
    t.same(await current(), before);
  });

  await t.test('a replica takes no writes', async (t) => {
    await server.stop();
    writeFileSync(path.join(server.folder, 'standby.signal'), '');
    await server.start();
    t.match(await publishFile(database, address), {
      status: 1,
      output: /: a replica, which takes no writes/,
    });
  });
});
