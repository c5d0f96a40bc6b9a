// Opening and migrating: what is made, what is refused, and that nothing that is not ours is touched.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import t, { type Test } from 'tap';
import { ingest } from '../../src/ingest/ingest.ts';
import { inProject } from '../../src/project.ts';
import { explain } from '../../src/sqlite/errors.ts';
import { applicationId, migrate, schemaVersion } from '../../src/sqlite/migrate.ts';
import { openForReading } from '../../src/sqlite/open.ts';
import { DatabaseError } from '../../src/store/errors.ts';
import { bareRecords, fixture } from '../support/fixture.ts';

const pragma = (database: Sqlite.Database, name: string) => database.pragma(name, { simple: true });

/** The path of a database that holds no statement. */
const made = async (t: Test): Promise<string> => (await fixture(t, bareRecords())).database;

/** Brings records into a database. */
const ingestInto = (file: string) => ingest({ database: file, paths: [inProject('seeds')] });

t.test('a new database has every migration, each with its checksum', async (t) => {
  const file = path.join(t.testdir(), 'new', 'folder', 'db.sqlite');
  await ingestInto(file);
  const database = openForReading(file);
  t.teardown(() => database.close());
  t.equal(pragma(database, 'application_id'), applicationId);
  t.equal(pragma(database, 'user_version'), schemaVersion());
  t.equal(pragma(database, 'journal_mode'), 'delete', 'one file, without a log beside it');
  const applied = database.prepare('SELECT number, name, checksum FROM migration ORDER BY number').all();
  t.equal(applied.length, 2);
  t.match(applied[0], { number: 1, name: '0001_records.sql', checksum: /^[0-9a-f]{64}$/ });
});

t.test('a migration that fails is named', async (t) => {
  const database = new Sqlite(':memory:');
  database.exec('CREATE TABLE record (id TEXT)');
  t.throws(() => migrate(database), /^migrations\/0001_records\.sql: table record already exists/);
  t.throws(() => database.prepare('SELECT * FROM migration'), /no such table/, 'nothing is left of it');
});

t.test('what the reader sorts needs no file, where no file can be written', async (t) => {
  const file = await made(t);
  const sorting = `WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 100000)
    SELECT hex(zeroblob(100)) || x FROM n ORDER BY x % 1000, 1`;
  const program = (change: string): string => `
    const { openForReading } = await import(${JSON.stringify(inProject('dist', 'src', 'sqlite', 'open.js'))});
    const database = openForReading(${JSON.stringify(file)});
    database.pragma('cache_size = 100');
    ${change}
    database.prepare(${JSON.stringify(sorting)}).get();`;
  const run = (change: string) =>
    spawnSync('bash', [
      '-c',
      'ulimit -f 0; exec "$0" "$@"',
      process.execPath,
      '--input-type=module',
      '-e',
      program(change),
    ]);
  t.match(run(''), { status: 0 });
  t.not(run("database.pragma('temp_store = FILE');").status, 0, 'with files it could not');
});

t.test('the reader cannot write', async (t) => {
  const database = openForReading(await made(t));
  t.teardown(() => database.close());
  t.throws(() => database.exec('DELETE FROM document'), { code: 'SQLITE_READONLY' });
});

/** A file with the given statements run in it. */
function fileWith(dir: string, sql: string): string {
  const file = path.join(dir, 'db.sqlite');
  const database = new Sqlite(file);
  database.exec(sql);
  database.close();
  return file;
}

const ours = `PRAGMA application_id = ${applicationId}; CREATE TABLE migration (number, name, checksum);`;

for (const { name, sql, reading, writing } of [
  {
    name: "another application's database",
    sql: 'CREATE TABLE theirs (x); PRAGMA user_version = 2',
    reading: /not a Summit Record database; make one with: npm run ingest$/,
    writing: /belongs to another application; name another file in DATABASE, nothing was changed$/,
  },
  {
    name: 'a newer schema',
    sql: `${ours} PRAGMA user_version = 99`,
    reading: /has schema 99, this release reads \d+; use the newer release$/,
    writing: /has schema 99, newer than this release's \d+; use the newer release$/,
  },
]) {
  t.test(`${name} is refused and left alone`, async (t) => {
    const file = fileWith(t.testdir(), sql);
    const bytes = readFileSync(file);
    t.throws(() => openForReading(file), { name: 'DatabaseError', message: reading });
    await t.rejects(ingestInto(file), { name: 'DatabaseError', message: writing });
    t.ok(readFileSync(file).equals(bytes), 'not a byte was changed');
  });
}

t.test('the wording of the migrations is compared', async (t) => {
  const file = await made(t);
  const database = new Sqlite(file);
  database.exec("UPDATE migration SET checksum = 'x'");
  database.close();
  await t.rejects(ingestInto(file), { message: /was applied in another wording/ });
});

t.test('files that are no database', async (t) => {
  const dir = t.testdir({ 'text.sqlite': 'words '.repeat(1000), empty: '' });
  const file = path.join(dir, 'text.sqlite');
  t.throws(() => openForReading(file), { message: /not a SQLite database; move it away/ });
  await t.rejects(ingestInto(file), { message: /not a SQLite database; move it away/ });
  t.throws(() => openForReading(path.join(dir, 'gone')), {
    message: /no such database; make it with: npm run ingest$/,
  });
  await t.rejects(ingestInto(dir), { message: /: a folder, not a file; name a file in DATABASE/ });
  const pipe = path.join(dir, 'pipe');
  execFileSync('mkfifo', [pipe]);
  t.throws(() => openForReading(pipe), { message: /: not a regular file; name a file in DATABASE/ });
  await t.rejects(ingestInto(pipe), { message: /: not a regular file; name a file in DATABASE/ });
  t.ok(statSync(pipe).isFIFO(), 'it is not replaced');
  t.equal((await ingestInto(path.join(dir, 'empty'))).problemCount, 0, 'an empty file is a new database');
});

t.test('a database whose pages are damaged', async (t) => {
  const file = await made(t);
  const bytes = readFileSync(file);
  bytes.fill(0xee, 200, 8192);
  writeFileSync(file, bytes);
  await t.rejects(ingestInto(file), {
    name: 'DatabaseError',
    message: /the database is damaged; restore a backup/,
  });
});

t.test('a file that is shorter than its header says', async (t) => {
  const original = readFileSync(await made(t));
  for (const [name, bytes] of [
    ['by a byte', original.subarray(0, -1)],
    ['by half', original.subarray(0, original.length / 2)],
  ] as const) {
    const file = path.join(t.testdir({}), 'db.sqlite');
    writeFileSync(file, bytes);
    const refusal = {
      name: 'DatabaseError',
      message: /db\.sqlite: the database is damaged; restore a backup, or/,
    };
    t.throws(() => openForReading(file), refusal, name);
    await t.rejects(ingestInto(file), refusal, `${name}: it is not carried over`);
  }
});

t.test('each refusal has a way out', async (t) => {
  const withCode = (code: string) => Object.assign(new Error('raw'), { code });
  t.match(explain(withCode('SQLITE_FULL')), /the disk is full, its own or that of temporary files/);
  t.match(explain(withCode('SQLITE_IOERR_WRITE')), /the disk could not be written to/);
  t.match(explain(withCode('SQLITE_BUSY_SNAPSHOT')), /another ingest is writing/);
  t.equal(explain(withCode('SQLITE_ODD')), 'raw');
  t.equal(explain('words'), 'words');
  t.equal(new DatabaseError('x').name, 'DatabaseError');
});
