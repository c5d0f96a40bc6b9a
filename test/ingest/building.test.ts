// The file that is built beside the database: who may build it, what is left of it, and what it must not replace.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import t, { type Test } from 'tap';
import type { IngestOptions } from '../../src/ingest/ingest.ts';
import { demandTemporaryFolder } from '../../src/ingest/load/place.ts';
import { openWorkspace } from '../../src/ingest/load/workspace.ts';
import { inProject } from '../../src/project.ts';
import { schemaVersion } from '../../src/sqlite/migrate.ts';
import { run } from './command.ts';
import { changed, databaseBeside, load, query, world, write } from './world.ts';

const other = changed('topics.yaml', 'en: Truces.', 'en: All truces.');

/** A folder that was loaded and has changed since. */
async function loadedAndChanged(t: Test) {
  const folder = write(path.join(t.testdir(), 'world'), world);
  const { versionAfter } = await load(folder);
  write(folder, other);
  const database = databaseBeside(folder);
  const version = () => query(database, 'SELECT version FROM dataset')[0];
  return { folder, database, next: `${database}.next`, before: versionAfter, version };
}

/** Does something once, as soon as answers are being made. */
function whileBuilding(act: () => void): Pick<IngestOptions, 'onProgress'> {
  let isDone = false;
  return {
    onProgress({ phase }) {
      const isBuilding = phase.startsWith('building a new file');
      if (isBuilding && !isDone) act();
      isDone ||= isBuilding;
    },
  };
}

t.test('the new file is complete in itself, and like the old one to the system', async (t) => {
  const { folder, database } = await loadedAndChanged(t);
  const { ino } = statSync(database);
  await load(folder);
  t.not(statSync(database).ino, ino, 'another file');
  t.strictSame(readdirSync(path.dirname(database)), ['world', 'world.sqlite']);
  t.strictSame(query(database, 'PRAGMA journal_mode'), [['delete']]);
  t.strictSame(query(database, 'PRAGMA integrity_check'), [['ok']]);
  const indexes = (file: string) =>
    query(file, "SELECT name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name");
  const made = new Sqlite(path.join(folder, 'made.db'));
  for (const name of readdirSync(inProject('migrations')).sort()) {
    if (name.endsWith('.sql')) made.exec(readFileSync(inProject('migrations', name), 'utf8'));
  }
  made.close();
  t.strictSame(indexes(database), indexes(path.join(folder, 'made.db')), 'every index of the migrations');
});

t.test('a link to the database stays one', async (t) => {
  const { folder, database, before } = await loadedAndChanged(t);
  const link = path.join(folder, 'link.sqlite');
  symlinkSync(database, link);
  const report = await load(folder, { database: link });
  t.strictSame(query(database, 'SELECT version FROM dataset'), [[report.versionAfter]]);
  t.not(report.versionAfter, before);
});

t.test('what a killed ingest left is removed, whatever became of it', async (t) => {
  const { folder, next, version } = await loadedAndChanged(t);
  const leftover = new Sqlite(next);
  leftover.exec('CREATE TABLE half (done)');
  leftover.close();
  const { versionAfter } = await load(folder);
  t.strictSame(version(), [versionAfter]);
  writeFileSync(next, 'spoilt by a power cut '.repeat(1000));
  write(folder, world);
  t.not((await load(folder)).versionAfter, versionAfter);
  t.notOk(existsSync(next));
});

t.test('who waits for another ingest can be stopped', async (t) => {
  const { folder, next } = await loadedAndChanged(t);
  const busy = new Sqlite(next);
  t.teardown(() => busy.close());
  busy.exec('BEGIN EXCLUSIVE');
  await t.rejects(load(folder, { signal: AbortSignal.abort(new Error('enough')) }), { message: 'enough' });
});

t.test('without a place for a new file', async (t) => {
  const { folder, next, database, before, version } = await loadedAndChanged(t);
  mkdirSync(next);
  await t.rejects(load(folder), { name: 'DatabaseError', message: /it cannot be opened; check the path/ });
  t.strictSame(version(), [before]);
  write(folder, world);
  t.equal((await load(folder)).versionAfter, before, 'nothing to write is no problem');
  rmSync(database);
  await t.rejects(load(folder), { name: 'DatabaseError' });
});

for (const [name, act, message] of [
  ['is removed', (database: string) => rmSync(`${database}.next`), /ENOENT/],
  [
    'is replaced',
    (database: string) => {
      renameSync(`${database}.next`, `${database}.away`);
      writeFileSync(`${database}.next`, '');
    },
    /was replaced by another program; try again/,
  ],
  [
    'is to replace what an earlier release uses',
    (database: string) => writeFileSync(`${database}-wal`, 'log'),
    /an earlier release has begun to use it/,
  ],
] as const) {
  t.test(`a new file that ${name} is not put in place`, async (t) => {
    const { folder, database, before, version } = await loadedAndChanged(t);
    await t.rejects(
      load(
        folder,
        whileBuilding(() => act(database)),
      ),
      { name: 'DatabaseError', message },
    );
    rmSync(`${database}-wal`, { force: true });
    t.strictSame(version(), [before]);
  });
}

t.test('a new file that is damaged is not put in place', async (t) => {
  const { database, before, version } = await loadedAndChanged(t);
  const workspace = await openWorkspace(database, false);
  workspace.database.exec("COMMIT; INSERT INTO retired_id VALUES ('topic', 'a', 'b')");
  const root = workspace.database
    .prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'retired_id'")
    .pluck();
  const next = openSync(`${database}.next`, 'r+');
  writeSync(next, Buffer.alloc(8192, 0xee), 0, 8192, (Number(root.get()) - 1) * 8192);
  closeSync(next);
  workspace.database.exec('BEGIN');
  t.throws(() => workspace.publish(), {
    name: 'DatabaseError',
    message: /the new file is damaged \(.+\); check/,
  });
  workspace.close();
  t.strictSame(version(), [before]);
});

t.test("an earlier release's log is written back first", async (t) => {
  const { folder, database, before, version } = await loadedAndChanged(t);
  const server = new Sqlite(database);
  server.pragma('journal_mode = WAL');
  server.exec("UPDATE dataset SET ingested_at = '2001'");
  await t.rejects(load(folder), {
    name: 'DatabaseError',
    message: /the log of an earlier release .* is locked\); stop what uses it/,
  });
  t.strictSame(version(), [before]);
  server.close();
  await load(folder);
  t.not(version()?.toString(), before);
  t.strictSame(readdirSync(path.dirname(database)), ['world', 'world.sqlite']);
});

t.test('a database of an earlier schema is built anew from all of its files', async (t) => {
  const { folder, database, before, version } = await loadedAndChanged(t);
  const earlier = new Sqlite(database);
  earlier.pragma(`user_version = ${schemaVersion() - 1}`);
  earlier.close();
  const bytes = readFileSync(database);
  await t.rejects(load(folder, { paths: [path.join(folder, 'topics.yaml')] }), {
    name: 'DatabaseError',
    message:
      /an earlier release made it, .* name all files .*, also \S+claims\.yaml, .*, or remove it first$/,
  });
  const dry = await load(folder, { dryRun: true });
  t.ok(readFileSync(database).equals(bytes), 'a dry run leaves it as it was');
  t.match(await load(folder), { versionBefore: null, versionAfter: dry.versionAfter });
  t.strictSame(query(database, 'PRAGMA user_version'), [[schemaVersion()]]);
  t.not(version()?.toString(), before);
  t.strictSame(readdirSync(path.dirname(folder)), ['world', 'world.sqlite']);
});

const isRoot = process.getuid?.() === 0;

t.test('what root ingests stays with its owner and group', { skip: !isRoot && 'needs root' }, async (t) => {
  const { folder, database } = await loadedAndChanged(t);
  chownSync(database, 1234, 2345);
  chmodSync(database, 0o640);
  await load(folder);
  t.match(statSync(database), { uid: 1234, gid: 2345, mode: 0o100640 });
  const own = path.join(path.dirname(folder), 'own');
  mkdirSync(own);
  chownSync(own, 1234, 2345);
  await load(folder, { database: path.join(own, 'first.sqlite') });
  t.match(
    statSync(path.join(own, 'first.sqlite')),
    { uid: 1234, gid: 2345 },
    'the first belongs to the folder',
  );
});

t.test('a link that leads nowhere yet is followed', async (t) => {
  const { folder } = await loadedAndChanged(t);
  const dir = path.dirname(folder);
  symlinkSync('two.sqlite', path.join(dir, 'one.sqlite'));
  symlinkSync('data/three.sqlite', path.join(dir, 'two.sqlite'));
  for (const round of ['first', 'second']) {
    t.same((await load(folder, { database: path.join(dir, 'one.sqlite') })).problems, []);
    t.ok(
      lstatSync(path.join(dir, 'one.sqlite')).isSymbolicLink() &&
        lstatSync(path.join(dir, 'two.sqlite')).isSymbolicLink(),
      round,
    );
    t.ok(lstatSync(path.join(dir, 'data', 'three.sqlite')).isFile());
    write(folder, world);
  }
  symlinkSync('round.sqlite', path.join(dir, 'round.sqlite'));
  await t.rejects(
    load(folder, { database: path.join(dir, 'round.sqlite') }),
    /in a circle of symbolic links/,
  );
});

t.test('a file that is mounted by itself', async (t) => {
  const { folder, database } = await loadedAndChanged(t);
  const script = 'mount --bind "$1" "$1" && DATABASE="$1" exec "$2" "$3" "$4"';
  const ingest = inProject('dist', 'scripts', 'ingest.js');
  const args = ['-m', 'bash', '-c', script, 'bash', database, process.execPath, ingest, folder];
  const canMount = isRoot && spawnSync('unshare', ['-m', 'mount', '--bind', database, database]).status === 0;
  if (!canMount) return void t.pass('nothing can be mounted here');
  const { status, stderr } = spawnSync('unshare', args, { encoding: 'utf8' });
  t.equal(status, 1);
  t.match(
    stderr,
    /world\.sqlite: is mounted by itself, so that no new file can take its place; mount its folder instead/,
  );
  t.notOk(existsSync(`${database}.next`));
});

t.test('a folder for temporary files that is missing or full is told at the start', async (t) => {
  const folder = write(path.join(t.testdir(), 'world'), world);
  const gone = { TMPDIR: path.join(folder, 'gone') };
  const { status, stderr } = await run('ingest', [folder], { DATABASE: databaseBeside(folder), ...gone });
  t.equal(status, 1);
  t.match(
    stderr,
    /^TMPDIR=.*gone: temporary files cannot be written there; make the folder, or name another in SQLITE_TMPDIR\n/,
  );
  t.throws(
    () => demandTemporaryFolder({ SQLITE_TMPDIR: '/proc' }),
    /SQLITE_TMPDIR=\/proc: (?:temporary|has no room)/,
  );
  t.doesNotThrow(() => demandTemporaryFolder({}));
});
