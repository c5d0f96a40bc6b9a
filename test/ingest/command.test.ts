// The command's contract: arguments, what it says and where, exit statuses, and what each database can do to it.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import t from 'tap';
import { ingestCommand, withSignals } from '../../src/ingest/command.ts';
import { labelOf } from '../../src/ingest/read/file-names.ts';
import { problemLines } from '../../src/ingest/summary.ts';
import { inProject } from '../../src/project.ts';
import { limited, run, unprivileged } from './command.ts';
import { changed, databaseBeside, load, world, write } from './world.ts';

/** Runs the command inside this process. */
async function command(args: string[], environment: Record<string, string> = {}) {
  const said = { stdout: '', stderr: '' };
  const status = await ingestCommand(args, {
    environment,
    stdout: { write: (text) => (said.stdout += text) },
    stderr: { write: (text) => (said.stderr += text) },
  });
  return { status, ...said };
}

t.test('the signal of a limit of file sizes leaves it to the write to fail', async (t) => {
  const silent = { write: () => t.fail('nothing to say') };
  const context = { environment: {}, stdout: silent, stderr: silent };
  const work = async () => (process.emit('SIGXFSZ', 'SIGXFSZ') ? 0 : 1);
  t.equal(await withSignals(context, work), 0, 'somebody listens');
});

t.test('as a process: a load, the same again, a problem', async (t) => {
  const folder = write(path.join(t.testdir(), 'world'), world);
  const environment = { DATABASE: databaseBeside(folder) };
  const first = await run('ingest', [folder], environment);
  t.equal(first.status, 0, first.stderr);
  t.match(first.stdout, /^ +added +changed +removed +unchanged\npeople +2 +0 +0 +0\n/);
  t.match(first.stdout, /\nclaims +2 +0 +0 +0\n\nDataset version [0-9a-f]{16}\.\n$/);
  t.equal(first.stderr, '');

  const bytes = readFileSync(databaseBeside(folder));
  const second = await run('ingest', [folder], environment);
  t.equal(second.status, 0);
  t.match(second.stdout, /\nNothing changed; the dataset stays at version [0-9a-f]{16}\.\n$/);
  t.ok(readFileSync(databaseBeside(folder)).equals(bytes), 'not a byte of the database changed');

  write(folder, changed('statements.yaml', 'speakers: [ada]', 'speakers: [adda]'));
  const third = await run('ingest', [folder], environment);
  t.equal(third.status, 1);
  t.equal(third.stdout, '');
  t.equal(
    third.stderr,
    `${labelOf(folder)}/statements.yaml:2:14 speakers[0]: no person or organization 'adda'; did you mean 'ada'?\n\n1 problem. Nothing was written.\n`,
  );
  t.ok(readFileSync(databaseBeside(folder)).equals(bytes), 'not a byte of the database changed');
});

t.test('a change and a dry run', async (t) => {
  const folder = write(path.join(t.testdir(), 'world'), world);
  const environment = { DATABASE: databaseBeside(folder) };
  const { versionAfter } = await load(folder);
  write(folder, changed('topics.yaml', 'en: Truces.', 'en: All truces.'));
  const dry = await command(['--dry-run', '--prune', folder], environment);
  t.equal(dry.status, 0);
  const version = /the dataset would go to version (\w+) → (\w+); nothing was written\.\n$/.exec(dry.stdout);
  t.equal(version?.[1], versionAfter);
  const real = await command([folder], environment);
  t.match(real.stdout, `Dataset version ${versionAfter} → ${version?.[2]}.\n`);
});

t.test('arguments', async (t) => {
  const help = await command(['--help']);
  t.match(help, { status: 0, stdout: /^Usage: npm run ingest/, stderr: '' });
  const unknown = await command(['--dry-rum']);
  t.match(unknown, {
    status: 2,
    stdout: '',
    stderr: /^unknown option --dry-rum; did you mean --dry-run\?\n\nUsage/,
  });
  t.match(await command(['-x']), { status: 2, stderr: /^unknown option -x\n/ });
  t.match(await command(['--prune=yes']), { status: 2, stderr: /^--prune takes no value\n/ });
  const bad = await command([], { DATABASE: 'x', PORT: 'many' });
  t.match(bad, { status: 1, stderr: /^bad settings:\n {2}PORT=many: / });
  const other = await command([], { DATABASE: 'postgres://host/summit' });
  t.match(other, {
    status: 1,
    stderr: /^DATABASE names PostgreSQL, and the ingest makes a file: .* npm run publish\n/,
  });
});

t.test('without a path it reads the seeds of the project', async (t) => {
  const { status, stdout } = await command([], { DATABASE: path.join(t.testdir(), 'seeds.sqlite') });
  t.equal(status, 0);
  t.match(stdout, /\nstatements +\d/);
});

t.test('an error that nobody foresaw is not hidden', async (t) => {
  const stdout = {
    write: () => {
      throw new Error('the pipe is closed');
    },
  };
  await t.rejects(
    ingestCommand(['--help'], { environment: {}, stdout, stderr: stdout }),
    /the pipe is closed/,
  );
  const environment = { DATABASE: path.join(t.testdir(), 'seeds.sqlite') };
  await t.rejects(ingestCommand([], { environment, stdout, stderr: stdout }), /the pipe is closed/);
});

t.test('a file in the current folder is named without a folder', async (t) => {
  t.equal(labelOf('people.yaml'), 'people.yaml');
  t.equal(labelOf(process.cwd()), '.');
});

t.test('paths', async (t) => {
  const dir = t.testdir({
    empty: { 'README.md': '# no records here' },
    odd: {
      'peoples.yaml': '[]',
      'data.json': '{}',
      'notes.txt': 'mine',
      '.hidden.yaml': 'x',
      'people.yml': '[]',
    },
    linked: {
      people: t.fixture('symlink', '../odd'),
      nowhere: t.fixture('symlink', 'gone'),
      again: t.fixture('symlink', '.'),
    },
    file: 'text',
  });
  const environment = { DATABASE: path.join(dir, 'db.sqlite') };
  const said = async (...names: string[]) => {
    const { status, stderr } = await command(
      names.map((name) => path.join(dir, name)),
      environment,
    );
    t.equal(status, 1);
    return stderr
      .replaceAll(`${labelOf(dir)}/`, '')
      .split('\n\n')[0]
      ?.split('\n');
  };
  const names =
    'people.yaml, organizations.yaml, places.yaml, topics.yaml, events.yaml, sources.yaml, statements.yaml, claims.yaml, *.json, *.ndjson';
  t.strictSame(await said('gone', 'file/x', 'file'), [
    `file: 'file' does not say what it holds; expected one of ${names}`,
    'file/x: a part of this path is a file, not a folder',
    'gone: no such file or folder; check the path (it is relative to the current folder)',
  ]);
  t.strictSame(await said('empty'), [`empty: holds no records; expected one of ${names}`]);
  t.strictSame(await said('odd'), [
    'odd/data.json:1:1: expected a list of records: [{"kind": "person", "id": …}, …]',
    `odd/peoples.yaml: 'peoples.yaml' does not say what it holds; expected one of ${names}; did you mean 'people.yaml'?`,
  ]);
  t.equal((await said('linked'))?.length, 3, 'links are followed, each once');
  t.strictSame(await said('odd/people.yml', 'odd'), (await said('odd')) ?? [], 'nothing is read twice');
  mkdirSync(path.join(dir, 'odd', 'people.yaml'));
  t.match(
    String(await said('odd')),
    /people\.yaml: is a folder, but has the name of a file of records; give/,
  );
  if (spawnSync('mkfifo', [path.join(dir, 'odd', 'topics.yaml')]).status === 0)
    t.match(String(await said('odd')), /topics\.yaml: is neither a file nor a folder/);
  t.match((await command(['/dev/null'], environment)).stderr, /is neither a file nor a folder/);
});

t.test('databases that cannot be used', async (t) => {
  const folder = write(path.join(t.testdir(), 'world'), world);
  const file = (name: string) => path.join(folder, name);
  writeFileSync(file('text.db'), 'not a database, but long enough to be taken for one. '.repeat(99));
  for (const [name, sql] of [
    ['other.db', 'CREATE TABLE theirs (x)'],
    [
      'newer.db',
      `PRAGMA application_id = ${0x536d5263}; PRAGMA user_version = 999; CREATE TABLE migration (number, name, checksum)`,
    ],
  ] as const) {
    const database = new Sqlite(file(name));
    database.exec(sql);
    database.close();
  }
  for (const [name, message] of [
    ['text.db', /text\.db: not a SQLite database; move it away, or name another file in DATABASE\n/],
    [
      'other.db',
      /other\.db: belongs to another application; name another file in DATABASE, nothing was changed\n/,
    ],
    ['newer.db', /newer\.db: has schema 999, newer than this release's \d+; use the newer release\n/],
    ['people.yaml/x.db', /x\.db: a part of its path is a file, not a folder\n/],
  ] as const) {
    const before = existsSync(file(name)) ? readFileSync(file(name)) : null;
    const { status, stdout, stderr } = await command([file('people.yaml')], { DATABASE: file(name) });
    t.equal(status, 1, name);
    t.equal(stdout, '');
    t.match(stderr, message);
    t.match(stderr, /^[^\n]+\nNothing was written\.\n$/, 'one line, no stack');
    t.strictSame(before && readFileSync(file(name)), before, 'the file is as it was');
  }
});

t.test('another ingest at work', async (t) => {
  const folder = write(path.join(t.testdir(), 'world'), world);
  await load(folder);
  const other = new Sqlite(`${databaseBeside(folder)}.next`);
  t.teardown(() => other.close());
  other.exec('BEGIN EXCLUSIVE');
  const { status, stderr } = await command([folder], { DATABASE: databaseBeside(folder) });
  t.equal(status, 1);
  t.match(stderr, /another ingest is writing to it; wait until it has finished and try again\n/);
});

t.test('a database and a file that may not be touched', async (t) => {
  const folder = write(path.join(t.testdir(), 'world'), world);
  await load(folder);
  const database = path.join(folder, 'locked', 'db.sqlite');
  mkdirSync(path.dirname(database));
  writeFileSync(database, readFileSync(databaseBeside(folder)));
  write(folder, changed('topics.yaml', 'en: Truces.', 'en: All truces.'));
  chmodSync(database, 0o444);
  chmodSync(path.dirname(database), 0o555);
  chmodSync(path.join(folder, 'claims.yaml'), 0o000);
  const tried = await unprivileged(['--help'], {});
  const skip = tried.status === 0 ? false : 'no user without privileges can run the project here';
  const locked = await unprivileged([path.join(folder, 'topics.yaml')], { DATABASE: database });
  t.equal(locked.status, 1, { skip });
  t.match(locked.stderr, /db\.sqlite: it cannot be (written to|opened); check the (path|permissions)/, {
    skip,
  });
  const missing = await unprivileged([path.join(folder, 'topics.yaml')], {
    DATABASE: path.join(folder, 'locked', 'new', 'db.sqlite'),
  });
  t.match(missing.stderr, /no permission; check the permissions of the file and of the folders on its path/, {
    skip,
  });
  const closed = await unprivileged(['--dry-run', folder], { DATABASE: '/nowhere/at/all' });
  t.equal(closed.status, 1, { skip });
  t.match(closed.stderr, /claims\.yaml: cannot be read; check its permissions\n/, { skip });
  chmodSync(path.dirname(database), 0o755); // so that the folder can be cleared away
});

t.test('a disk that is full', async (t) => {
  const folder = write(path.join(t.testdir(), 'world'), world);
  await load(folder);
  const { versionAfter } = await load(folder);
  const topics = Array.from({ length: 3000 }, (_, at) => {
    return `- { id: t-${at}, name: { en: Topic ${at}, ar: موضوع ${at} }, description: { en: T, ar: م } }`;
  });
  write(folder, { 'topics.yaml': `${world['topics.yaml']}${topics.join('\n')}\n` });
  const { status, stderr } = await limited(1000, [folder], { DATABASE: databaseBeside(folder) });
  t.equal(status, 1);
  t.match(stderr, /(the disk is full|the disk could not be written to).*\nNothing was written\.\n$/);
  t.equal((await load(folder, { dryRun: true })).versionBefore, versionAfter);
});

t.test('of many problems a few of each kind are shown, and all are written to a report', async (t) => {
  const person = (at: number) => `{"kind": "person", "id": "p-${at}", "name": {"en": "P", "ar": ${at}}}`;
  const dir = t.testdir({
    bulk: {
      'a.ndjson': Array.from({ length: 2000 }, (_, at) => person(at)).join('\n'),
      'people.yaml': '- { id: zed, name: { en: Zed, ar: زد }, county: RU }\n',
    },
  });
  const [folder, file] = [path.join(dir, 'bulk'), path.join(dir, 'report.txt')];
  const environment = { DATABASE: path.join(dir, 'db.sqlite') };
  const { status, stderr } = await command([folder], environment);
  t.equal(status, 1);
  const lines = stderr.replaceAll(`${labelOf(dir)}/`, '').split('\n');
  t.equal(lines[9], 'bulk/a.ndjson:10:59 name.ar: expected a text, found 9; put it in quotes');
  t.strictSame(lines.slice(10), [
    '… and 1,990 more of this kind',
    '',
    "bulk/people.yaml:1:41 county: unknown field; did you mean 'country'?",
    '',
    '2,001 problems of 2 kinds. Nothing was written. Write all to a file with --report <file>.',
    '',
  ]);
  const reported = await command(['--report', file, folder], environment);
  t.match(reported.stderr, `Nothing was written. All are in ${file}.`);
  const written = readFileSync(file, 'utf8').split('\n');
  t.equal(written.length, 2002);
  t.match(written[1999], /a\.ndjson:2000:\d+ name\.ar: expected a text, found 1999/);
  t.match(written[2000], /people\.yaml:1:41 county/);
  t.match(await command(['--report'], environment), { status: 2, stderr: /^--report needs a value/ });
  t.match(await command(['--report', dir, folder], environment), {
    status: 1,
    stderr: /^the report cannot be written: EISDIR.*\nNothing was written\.$/m,
  });
  await command(['--report', dir, inProject('seeds')], environment);
  t.notOk(existsSync(environment.DATABASE), 'nothing is loaded without the report that was asked for');
  await command([`--report=${file}`, inProject('seeds')], environment);
  t.equal(readFileSync(file, 'utf8'), '', 'a report of no problems is empty');
});

t.test('values that stand twice are all counted and reported', async (t) => {
  const person = (at: number) =>
    JSON.stringify({
      kind: 'person',
      id: `p-${at}`,
      name: { en: `P ${at}` },
      wikidata: `Q${(at % 1200) + 1}`,
    });
  const dir = t.testdir({ 'a.ndjson': Array.from({ length: 2400 }, (_, at) => person(at)).join('\n') });
  const file = path.join(dir, 'report.txt');
  const environment = { DATABASE: path.join(dir, 'db.sqlite') };
  const { stderr } = await command(['--report', file, path.join(dir, 'a.ndjson')], environment);
  t.match(stderr, '1,200 problems. Nothing was written.');
  const written = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  t.equal(written.length, 1200);
  t.match(
    written[1199],
    /a\.ndjson:2400:\d+ wikidata: the same wikidata as person 'p-1199' \(.*a\.ndjson:1200\)/,
  );
});

t.test('white space at the ends of texts is taken off with a note', async (t) => {
  const person = (id: string, space = '') =>
    `${JSON.stringify({ kind: 'person', id, name: { en: `${space}P ${id}${space}`, ar: `پ ${id}${space}` } })}\n`;
  const dir = t.testdir({
    spaced: { 'a.ndjson': Array.from({ length: 600 }, (_, at) => person(`p-${at}`, '\u00a0')).join('') },
    plain: { 'a.ndjson': person('p-1') },
    empty: { 'a.ndjson': '{"kind": "person", "id": "cy", "name": {"en": "C", "ar": " "}}' },
  });
  const environment = { DATABASE: path.join(dir, 'db.sqlite') };
  const { status, stdout } = await command([path.join(dir, 'spaced')], environment);
  t.equal(status, 0);
  t.match(
    stdout.replaceAll(`${labelOf(dir)}/`, ''),
    /\n1,200 texts have white space at an end, which was taken off; the first is in spaced\/a\.ndjson:1\.\nDataset/,
  );
  t.match((await command([path.join(dir, 'plain')], environment)).stdout, /Nothing changed/);
  t.match((await command([path.join(dir, 'empty')], environment)).stderr, /name\.ar: expected some text/);
});

t.test('of many kinds some are shown', async (t) => {
  const words = Array.from({ length: 60 }, (_, at) =>
    String.fromCharCode(97 + (at % 26)).repeat(1 + at / 26),
  );
  const problems = words.flatMap((word) =>
    [1, 2, 3, 4].map((line) => ({ file: word, line, column: 1, path: '', message: word })),
  );
  const problemKinds = new Map(words.map((word) => [` ${word}`, 4]));
  const lines = problemLines(
    { problems, problemCount: 240, problemKinds, notes: [] },
    'Nothing was written.',
  );
  t.strictSame(lines.slice(0, 6), [
    'a:1:1: a',
    'a:2:1: a',
    'a:3:1: a',
    '… and 1 more of this kind',
    '',
    'b:1:1: b',
  ]);
  t.strictSame(lines.slice(-3), [
    '… and 30 more kinds',
    '',
    '240 problems of 60 kinds. Nothing was written.',
  ]);
});
