// A backup is a whole, proven copy or none at all, whatever happens; and what was backed up can be had back.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import t from 'tap';
import { schemaVersion } from '../../src/database/migrate.ts';
import { emptyDatabase } from '../../src/database/open.ts';
import { checkSeal, sealFile } from '../../src/database/seal.ts';
import { type Ended, limited, run, start, unprivileged } from '../ingest/command.ts';
import { bareRecords, bareStatement, fixture, madeUp } from '../support/fixture.ts';
import { seedsDatabase } from '../support/seeds-database.ts';
import { fetched, until } from '../workers/listening.ts';

const backUp = (target: string, DATABASE: string, ...options: string[]) =>
  run('backup', [...options, target], { DATABASE });

/** What a database holds, table by table. */
function contentOf(file: string): string {
  const database = new Sqlite(file, { readonly: true });
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all();
  const content = tables.map((name) => [
    name,
    database.prepare(`SELECT * FROM "${name}" ORDER BY 1, 2`).raw().all(),
  ]);
  database.close();
  return JSON.stringify(content, (_key, value) =>
    value?.type === 'Buffer' ? Buffer.from(value).toString('hex') : value,
  );
}

t.test('a copy of what is there, with the words that say so', async (t) => {
  const folder = t.testdir({});
  const target = path.join(folder, 'backup.sqlite');
  const { status, stdout, stderr } = await backUp(target, seedsDatabase);
  t.match({ status, stderr }, { status: 0, stderr: '' });
  t.match(stdout, /^Copied .*: \d+ bytes, dataset version [0-9a-f]{16}\.\nProven: .*\n$/);
  t.equal(contentOf(target), contentOf(seedsDatabase));
  t.ok(checkSeal(target), 'sealed like every other database');
  t.equal(statSync(target).mode, statSync(seedsDatabase).mode, 'for the same people');
  t.strictSame(readdirSync(folder), ['backup.sqlite'], 'and nothing else');

  const before = readFileSync(target);
  const again = await backUp(target, seedsDatabase);
  t.match(again, { status: 1, stdout: '', stderr: /backup\.sqlite: exists; .*--replace/ });
  t.ok(readFileSync(target).equals(before), 'and is as it was');
  writeFileSync(target, 'something else');
  t.equal((await backUp(target, seedsDatabase, '--replace')).status, 0);
  t.equal(contentOf(target), contentOf(seedsDatabase));
});

t.test('before anything was ingested', async (t) => {
  const file = path.join(t.testdir({}), 'empty.sqlite');
  const empty = emptyDatabase();
  writeFileSync(file, empty.serialize());
  sealFile(file);
  empty.close();
  t.match(await backUp(`${file}.copy`, file), { status: 0, stdout: /nothing ingested yet/ });
});

t.test('what stands in the way is said, and no file is made', async (t) => {
  const folder = t.testdir({
    'text.sqlite': 'This is no database. '.repeat(100),
    'empty.sqlite': '',
    there: {},
  });
  const at = (name: string): string => path.join(folder, name);
  symlinkSync('round', at('round'));
  const before = readdirSync(folder);
  const obstacles: [target: string, source: string, says: RegExp][] = [
    ['missing/backup.sqlite', seedsDatabase, /there is no folder .*missing; make it first/],
    [
      'text.sqlite/backup.sqlite',
      seedsDatabase,
      /a part of its path is a file, not a folder|there is no folder/,
    ],
    ['there', seedsDatabase, /there: is no file; name one/],
    ['round/backup.sqlite', seedsDatabase, /its path leads round in a circle of symbolic links/],
    ['long'.repeat(100), seedsDatabase, /: its name is too long; choose a shorter one/],
    ['x'.repeat(250), seedsDatabase, /: its name is too long/], // once it has the name of a copy that is made
    ['copy', at('text.sqlite'), /text\.sqlite: not a SQLite database/],
    ['copy', at('empty.sqlite'), /empty\.sqlite: is empty; there is nothing to copy/],
    ['copy', at('there'), /there: /],
    ['copy', at('nothing.sqlite'), /nothing\.sqlite: no such database.*DATABASE/],
  ];
  for (const [target, source, says] of obstacles) {
    const { status, stdout, stderr } = await backUp(at(target), source);
    t.match({ status, stdout }, { status: 1, stdout: '' }, target);
    t.match(stderr, says);
    t.equal(stderr.trim().split('\n').length, 2, 'in a line, and that nothing was written');
  }
  const same = at('same.sqlite');
  copyFileSync(seedsDatabase, same);
  t.match(await backUp(same, same, '--replace'), { status: 1, stderr: /is the database itself/ });
  t.equal(contentOf(same), contentOf(seedsDatabase), 'which is unharmed');
  t.strictSame(readdirSync(folder).sort(), [...before, 'same.sqlite'].sort());
});

t.test('a database of an earlier schema, as it is before an upgrade', async (t) => {
  const source = path.join(t.testdir({}), 'earlier.sqlite');
  copyFileSync(seedsDatabase, source);
  const database = new Sqlite(source);
  const before = schemaVersion() - 1;
  database.exec(`DELETE FROM migration WHERE number > ${before}; PRAGMA user_version = ${before}`);
  const pages = Number(database.pragma('page_count', { simple: true }));
  const size = pages * Number(database.pragma('page_size', { simple: true }));
  database.close();
  truncateSync(source, size); // earlier schemas have no seal
  t.match(await backUp(`${source}.copy`, source), { status: 0, stderr: '' });
  t.equal(contentOf(`${source}.copy`), contentOf(source));
});

t.test('wrong usage, and help', async (t) => {
  const context = { DATABASE: seedsDatabase };
  t.match(await run('backup', [], context), {
    status: 2,
    stderr: /the file to copy to is missing\n\nUsage: /,
  });
  t.match(await run('backup', ['a', 'b'], context), { status: 2, stderr: /one file at a time, not also b/ });
  t.match(await run('backup', ['--replac', 'a'], context), { status: 2, stderr: /did you mean --replace\?/ });
  t.match(await run('backup', ['--help'], context), { status: 0, stdout: /^Usage: / });
});

t.test('no room, and no permission', async (t) => {
  const folder = t.testdir({});
  const target = path.join(folder, 'backup.sqlite');
  const full = await limited(500, [target], { DATABASE: seedsDatabase }, 'backup');
  t.match(full, {
    status: 1,
    stdout: '',
    stderr: /backup\.sqlite: the disk (?:is full|could not be written)/,
  });
  t.strictSame(readdirSync(folder), []);
  chmodSync(folder, 0o555);
  const source = path.join(t.testdirName, '..', `source-${process.pid}.sqlite`);
  copyFileSync(seedsDatabase, source);
  const refused = await unprivileged([target], { DATABASE: source }, 'backup');
  chmodSync(folder, 0o755);
  t.match(refused, { status: 1, stdout: '', stderr: /backup\.sqlite: no permission to write to its folder/ });
  t.strictSame(readdirSync(folder), []);
  const closed = await run('backup', ['/sys/backup.sqlite'], { DATABASE: seedsDatabase }); // to everybody
  t.match(closed, { status: 1, stderr: /backup\.sqlite: no permission to write to its folder/ });
});

t.test('a copy that proves to be unsound is given up', async (t) => {
  const folder = t.testdir({});
  const damages: [name: string, sql: string, says: RegExp][] = [
    [
      'version',
      "UPDATE dataset SET version = '0123456789abcdef'",
      /it says that it is version 0123456789abcdef/,
    ],
    [
      'reference',
      'PRAGMA foreign_keys = OFF; DELETE FROM source',
      /foreign_key_check: a row of \w+ refers to nothing/,
    ],
    [
      'index',
      "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'record') WHERE name = 'source'",
      /integrity_check: /,
    ],
  ];
  for (const [name, sql, says] of damages) {
    const source = path.join(folder, `${name}.sqlite`);
    copyFileSync(seedsDatabase, source);
    const database = new Sqlite(source);
    database.unsafeMode().exec(sql);
    database.close();
    sealFile(source); // damage that was there before it was sealed
    const { status, stderr } = await backUp(`${source}.copy`, source);
    t.equal(status, 1, name);
    t.match(stderr, says);
    t.match(stderr, /the database may be damaged; restore an older backup/);
    t.notOk(existsSync(`${source}.copy`));
  }
  const flipped = path.join(folder, 'flipped.sqlite');
  const bytes = readFileSync(seedsDatabase);
  bytes.writeUInt8(bytes.readUInt8(50_000) ^ 1, 50_000);
  writeFileSync(flipped, bytes);
  const cut = path.join(folder, 'cut.sqlite');
  writeFileSync(cut, readFileSync(seedsDatabase).subarray(0, -20));
  for (const source of [flipped, cut]) {
    const { status, stderr } = await backUp(`${source}.copy`, source);
    t.match({ status, stderr }, { status: 1, stderr: /the database is damaged; restore a backup/ });
  }
  t.equal(readdirSync(folder).length, damages.length + 2, 'nothing is left');
});

t.test('killed or stopped half-way, no file has the name; the next one clears away', async (t) => {
  const { database } = await fixture(t, madeUp(3_000, 7));
  const folder = path.dirname(database);
  mkdirSync(path.join(folder, 'to'));
  const target = path.join(folder, 'to', 'backup.sqlite');
  const leftIn = (): string[] => readdirSync(path.dirname(target));
  let leftovers = 0;
  for (let time = 0; time < 6; time++) {
    const { child, ended } = start('backup', ['--replace', target], { DATABASE: database });
    await until(() => leftIn().some((name) => name.endsWith('.partial')) || child.exitCode !== null);
    await wait(time * 10);
    child.kill('SIGKILL');
    await ended;
    leftovers += leftIn().filter((name) => name.includes('.partial')).length;
    if (existsSync(target)) t.equal(contentOf(target), contentOf(database), 'whole where it is');
  }
  t.ok(leftovers > 0, 'it was killed in the middle');
  const other = `.backup.sqlite.${process.pid}.partial`;
  writeFileSync(path.join(folder, 'to', other), 'of a process that runs');
  const note = '.backup.sqlite.note';
  writeFileSync(path.join(folder, 'to', note), 'of somebody else');
  t.equal((await backUp(target, database, '--replace')).status, 0);
  t.strictSame(leftIn().sort(), [other, note, 'backup.sqlite'].sort(), 'what the dead left is gone');

  const second = path.join(folder, 'to', 'second.sqlite');
  const ends: Ended[] = [];
  while (ends.at(-1)?.status !== 143 && ends.length < 20) {
    rmSync(second, { force: true });
    const { child, ended } = start('backup', [second], { DATABASE: database });
    await until(
      () => leftIn().some((name) => name.endsWith('.partial') && name !== other) || child.exitCode !== null,
    );
    child.kill('SIGTERM');
    ends.push(await ended);
    t.equal(
      existsSync(second),
      ends.at(-1)?.status !== 143,
      'there where it was done already, and only there',
    );
    t.strictSame(
      leftIn().filter((name) => name.startsWith('.second')),
      [],
    );
  }
  t.match(ends.at(-1), { status: 143, stdout: '', stderr: /^Interrupted; nothing was written\.\n$/ });
});

t.test('a server takes a restored backup up, and an ingest goes on from it', async (t) => {
  const records = { ...bareRecords(), statement: [bareStatement('first')] };
  const { database, load } = await fixture(t, records);
  const server = start('serve', [], { DATABASE: database, PORT: '0', THREADS: '0' });
  t.teardown(() => server.child.kill('SIGKILL'));
  let log = '';
  server.child.stdout?.on('data', (text: string) => {
    log += text;
  });
  await until(() => log.includes('API at'), 60_000);
  const port = Number(/API at http:\/\/[^:]+:(\d+)/.exec(log)?.[1]);
  const served = async () => {
    const { status, body, headers } = await fetched(port, '/statements');
    t.equal(status, 200);
    return { etag: headers.etag, total: JSON.parse(body.toString()).page.total as number };
  };
  const old = await served();
  const backup = path.join(path.dirname(database), 'backup.sqlite');
  t.equal((await backUp(backup, database)).status, 0, 'while it is served');
  const more = { ...records, statement: [bareStatement('first'), bareStatement('second')] };
  await load(more);
  t.equal((await served()).total, 2);
  t.match(await backUp(database, backup, '--replace'), { status: 0 }, 'copied back, in the same way');
  t.strictSame(await served(), old, 'the very same answers, without a restart');
  await load(more);
  t.equal((await served()).total, 2);
  server.child.kill('SIGTERM');
  t.equal((await server.ended).status, 0);
});
