// Several processes on one port: they answer as one, a dead one is replaced, all stop together, and none stays where one cannot start.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import path from 'node:path';
import t, { type Test } from 'tap';
import { run, type Started, start } from './ingest/command.ts';
import { isOver, serversOf } from './support/processes.ts';
import { seedsDatabase } from './support/seeds-database.ts';
import { fetched, type Received, until } from './workers/listening.ts';

interface Serving extends Started {
  port: number;
  log: () => string;
}

async function serving(t: Test, WORKERS: string): Promise<Serving> {
  const started = start('serve', [], { DATABASE: seedsDatabase, PORT: '0', RATE_LIMIT: '100', WORKERS });
  t.teardown(() => started.child.kill('SIGKILL'));
  let log = '';
  started.child.stdout?.on('data', (text: string) => {
    log += text;
  });
  await until(() => log.includes('API at'), 60_000);
  return { ...started, port: Number(/API at http:\/\/[^:]+:(\d+)/.exec(log)?.[1]), log: () => log };
}

/** One that is gone meanwhile is as dead as it should be. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

const urls = [
  '/statements?speaker=putin',
  '/search?q=putin',
  '/people/putin',
  '/nowhere',
  '/statements?format=csv',
];

/** Takes out what belongs to one client at one process, and gives how often it may ask there. */
function policyIn({ headers }: Received): unknown {
  const policy = headers['ratelimit-policy'];
  delete headers['ratelimit'];
  delete headers['ratelimit-policy'];
  return policy;
}

t.test('several answer as one does; a dead one is replaced; all stop on SIGTERM', async (t) => {
  const one = await serving(t, '1');
  const { child, ended, port, log } = await serving(t, '2');
  const same = { headers: { 'x-request-id': 'the-same' } };
  for (const url of urls) {
    const expected = await fetched(one.port, url, same);
    t.equal(policyIn(expected), '"default";q=100;w=60');
    for (let time = 0; time < 4; time++) {
      const answer = await fetched(port, url, same);
      t.equal(policyIn(answer), '"default";q=50;w=60', 'each counts alone, and lets through its share');
      t.same(answer, expected, url);
    }
  }
  one.child.kill('SIGTERM');
  t.equal(log().split('API at').length, 2, 'it says once where it is');
  const before = serversOf(child.pid);
  t.equal(before.length, 2, 'two processes');
  const [first = 0] = before;
  process.kill(first, 'SIGKILL');
  await until(() => log().includes('a process died'));
  await until(() => log().split('"process ').length === 4, 60_000);
  const after = serversOf(child.pid);
  t.equal(after.length, 2, 'two again');
  t.notOk(after.includes(first));
  t.equal((await fetched(port, '/people/putin')).status, 200);
  child.kill('SIGTERM');
  t.equal((await ended).status, 0, 'a clean end');
  t.ok(after.every(isOver), 'of all');
});

t.test('where one after another dies, all end, and the log says why', async (t) => {
  const { child, ended, log } = await serving(t, '2');
  while (child.exitCode === null && !log().includes('processes died within a minute')) {
    for (const pid of serversOf(child.pid)) kill(pid);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  t.equal((await ended).status, 1);
});

t.test('what keeps the first from its start keeps all from it, in one line', async (t) => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  t.teardown(() => other.close());
  const taken = String((other.address() as AddressInfo).port);
  const missing = path.join(t.testdir({}), 'missing.sqlite');
  const obstacles: [environment: Record<string, string>, says: RegExp][] = [
    [
      { DATABASE: seedsDatabase, PORT: taken },
      new RegExp(`^port ${taken} of 127\\.0\\.0\\.1 is in use.*\n$`),
    ],
    [{ DATABASE: missing, PORT: '0' }, /^\S*missing\.sqlite: no such database.*\n$/],
  ];
  for (const [environment, says] of obstacles) {
    const { status, stderr, stdout } = await run('serve', [], { ...environment, WORKERS: '3' });
    t.equal(status, 1);
    t.match(stderr, says);
    t.notMatch(stdout, /API at/);
  }
});
