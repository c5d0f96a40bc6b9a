// The real process on a real socket: starts, says where it is, answers, stops when asked to, and says why it cannot start.
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, renameSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import t, { type Test } from 'tap';
import { readConfig } from '../../src/config.ts';
import { inProject } from '../../src/project.ts';
import { serve } from '../../src/server/serve.ts';
import { start as startHere } from '../../src/server/start-command.ts';
import { run, type Started, start } from '../ingest/command.ts';
import type { ListBody } from '../support/lists.ts';
import { seedsDatabase } from '../support/prepared.ts';
import { seeds } from '../support/seeds.ts';

interface LogLine {
  level: number;
  msg: string;
  [key: string]: unknown;
}

/** The whole lines that a log holds so far. */
const linesOf = (log: string): LogLine[] =>
  log
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as LogLine);

interface Serving extends Started {
  /** Where it says that it is. */
  origin: string;
  log: () => string;
}

/** Starts the server and waits until it says where it is. */
async function serving(t: Test, DATABASE: string, script = 'start'): Promise<Serving> {
  const started = start(script, [], { DATABASE, PORT: '0' });
  t.teardown(() => started.child.kill('SIGKILL'));
  let log = '';
  const origin = await new Promise<string>((resolve, reject) => {
    started.child.stdout?.on('data', (text: string) => {
      log += text;
      const [, address] = /API at (http:\/\/\S+), Swagger UI at \1\/docs/.exec(log) ?? [];
      if (address !== undefined) resolve(address);
    });
    void started.ended.then(({ stderr }) => reject(new Error(`it ended: ${stderr}`)));
  });
  return { ...started, origin, log: () => log };
}

t.test('starts from nothing, answers, stops on SIGTERM; starts again, and stops on SIGINT', async (t) => {
  const database = path.join(t.testdir({}), 'test.sqlite');
  const said = seeds.statement.filter(({ speakers }) => speakers.includes('putin')).length;
  for (const [signal, summary] of [
    ['SIGTERM', /statements +[1-9]/],
    ['SIGINT', /nothing|unchanged|no change/i],
  ] as const) {
    const { child, ended, origin, log } = await serving(t, database);
    t.match(origin, /^http:\/\/127\.0\.0\.1:\d+$/, 'on the loopback address');
    const response = await fetch(`${origin}/statements?speaker=${encodeURIComponent('بوتين')}`);
    t.equal(((await response.json()) as ListBody).page.total, said, 'the seeds are there');
    t.equal((await fetch(`${origin}/docs`)).status, 200, 'and Swagger UI');
    child.kill(signal);
    const { status, stderr } = await ended;
    t.equal(status, 0, `${signal}: a clean end`);
    t.match(stderr, summary, 'the ingest said what it loaded');
    const lines = linesOf(log());
    t.ok(
      lines.every(({ level, msg }) => level === 30 && msg !== ''),
      'every line of the log is JSON, and none a warning',
    );
    t.ok(
      lines.some(({ method, url, statusCode }) => method === 'GET' && url === '/docs' && statusCode === 200),
      'each answer is logged',
    );
    t.ok(
      lines.some(({ msg }) => msg.startsWith(signal)),
      'and why it stopped',
    );
  }
});

t.test('stops also in the moment it says where it is, and while clients hold connections', async (t) => {
  const hasty = await serving(t, seedsDatabase, 'serve');
  hasty.child.kill('SIGTERM');
  t.equal((await hasty.ended).status, 0, 'at once');
  const { child, ended, origin } = await serving(t, seedsDatabase, 'serve');
  const port = Number(new URL(origin).port);
  const silent = connect(port, '127.0.0.1').on('error', () => undefined);
  await once(silent, 'connect');
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write('GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n');
  await once(socket, 'data');
  const before = performance.now();
  child.kill('SIGTERM');
  socket.write('GET /statements?speaker=putin HTTP/1.1\r\nHost: x\r\n\r\n');
  const [last] = (await once(socket, 'data')) as [Buffer];
  t.match(last.toString('latin1', 0, 20), /^HTTP\/1\.1 200 /, 'it answers what was on its way');
  t.equal((await ended).status, 0, 'with a connection that never said anything');
  t.ok(performance.now() - before < 8_000, 'without waiting for it');
});

/** Lends a process a terminal. */
const terminal = '/usr/bin/script';

t.test(
  'on a terminal the log is for people',
  { skip: !existsSync(terminal) && 'no terminal to be had' },
  async (t) => {
    const folder = t.testdir({});
    const program = path.join(folder, 'program.mjs');
    writeFileSync(
      program,
      `import { readConfig } from '${inProject('dist/src/config.js')}';
     import { serve } from '${inProject('dist/src/server/serve.js')}';
     const app = await serve(readConfig(process.env));
     await app.inject('/health/live');
     await app.close();`,
    );
    const command = [process.execPath, ...process.execArgv, program].map((part) => `'${part}'`).join(' ');
    const { stdout } = spawnSync(terminal, ['-qec', command, '/dev/null'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DATABASE: seedsDatabase, PORT: '0' },
    });
    t.match(stdout, /\d\d:\d\d:\d\d.*INFO.*API at http/, 'a time, and a word for the level');
    t.notMatch(stdout, /\{"level":30/, 'and no JSON');
  },
);

t.test('why it cannot start', async (t) => {
  const folder = t.testdir({ 'text.sqlite': 'This is no database. '.repeat(100) });
  const foreign = new Sqlite(path.join(folder, 'foreign.sqlite'));
  foreign.exec('CREATE TABLE contacts (name TEXT)');
  foreign.close();
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  t.teardown(() => other.close());
  const taken = String((other.address() as AddressInfo).port);
  const database = (name: string) => path.join(folder, name);
  const obstacles: Record<string, [environment: Record<string, string>, says: RegExp[]]> = {
    'a port in use': [
      { DATABASE: database('a.sqlite'), PORT: taken },
      [new RegExp(`port ${taken} of 127\\.0\\.0\\.1 is in use.*PORT`)],
    ],
    'bad settings': [
      { DATABASE: database('a.sqlite'), PORT: 'x', LOG_LEVEL: 'loud', PUBLIC_URL: 'nowhere' },
      [/PORT=x/, /LOG_LEVEL=loud/, /PUBLIC_URL=nowhere/],
    ],
    'a file that is no database': [
      { DATABASE: database('text.sqlite') },
      [/text\.sqlite: not a SQLite database/],
    ],
    "another application's database": [
      { DATABASE: database('foreign.sqlite') },
      [/foreign\.sqlite: belongs to another application/],
    ],
    'a path through a file': [
      { DATABASE: database('text.sqlite/a.sqlite') },
      [/text\.sqlite\/a\.sqlite: .*(?:a file, not a folder|cannot be opened)/],
    ],
  };
  for (const [name, [environment, says]] of Object.entries(obstacles)) {
    const said = { stdout: '', stderr: '' };
    const status = await startHere({
      environment: { PORT: '0', THREADS: '0', LOG_LEVEL: 'silent', ...environment },
      stdout: { write: (text) => (said.stdout += text) },
      stderr: { write: (text) => (said.stderr += text) },
    });
    t.equal(status, 1, `${name}: exit status`);
    for (const pattern of says) t.match(said.stderr, pattern, `${name}: says why`);
    t.equal(said.stdout, '', `${name}: and does not say that it serves`);
  }
  const { status, stdout, stderr } = await run('start', [], { PORT: 'x' });
  t.match({ status, stdout, stderr }, { status: 1, stdout: '', stderr: /PORT=x/ }, 'as a process');
  t.notMatch(stderr, /\bat \S+ \(|node:internal/, 'without a stack');
});

t.test('an address that is not of this machine', async (t) => {
  const config = readConfig({
    HOST: '192.0.2.1',
    PORT: '0',
    DATABASE: seedsDatabase,
    LOG_LEVEL: 'silent',
    THREADS: '0',
  });
  await t.rejects(serve(config), { name: 'StartError', message: /192\.0\.2\.1.*HOST/ });
});

t.test('localhost is one address: a second server would have no gate', async (t) => {
  const config = readConfig({
    HOST: 'localhost',
    PORT: '0',
    DATABASE: seedsDatabase,
    LOG_LEVEL: 'silent',
    THREADS: '0',
  });
  const app = await serve(config);
  t.match(app.addresses(), [{ address: '127.0.0.1' }]);
  t.equal(app.addresses().length, 1);
  await app.close();
});

t.test('a database that is missing, when only serving', async (t) => {
  const DATABASE = path.join(t.testdir({}), 'missing.sqlite');
  const config = readConfig({ DATABASE, PORT: '0', LOG_LEVEL: 'silent' });
  await t.rejects(serve(config), {
    name: 'DatabaseError',
    message: /missing\.sqlite: no such database.*npm run ingest/,
  });
  t.notOk(existsSync(DATABASE), 'and none is made');
});

t.test('answers that another release derived are served, and the log says what to do', async (t) => {
  const database = path.join(t.testdir({}), 'test.sqlite');
  const derivedBy = (release: string): void => {
    copyFileSync(seedsDatabase, `${database}.new`);
    const changed = new Sqlite(`${database}.new`);
    changed.prepare('UPDATE dataset SET derivation = ?').run(release);
    changed.close();
    renameSync(`${database}.new`, database);
  };
  derivedBy('0.0.8, format 1');
  const { child, ended, origin, log } = await serving(t, database, 'serve');
  derivedBy('0.0.9, format 2');
  t.equal((await fetch(`${origin}/people/putin`)).status, 200);
  child.kill('SIGTERM');
  await ended;
  const warnings = linesOf(log()).filter(({ level }) => level === 40);
  t.match(warnings, [{ msg: /derived by 0\.0\.8.*npm run ingest/ }, { msg: /derived by 0\.0\.9/ }]);
});
