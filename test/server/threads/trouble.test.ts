// What goes wrong with worker threads: one dies, none can start, or more is asked than they can answer.
import { copyFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import t from 'tap';
import { seedsDatabase } from '../../support/prepared.ts';
import { isProblem } from '../../support/problems.ts';
import { fetched, listening, until } from './listening.ts';

const program = new URL('./odd-thread.js', import.meta.url);

t.test('a thread that dies fails its request alone, and is replaced', async (t) => {
  const { app, port, lines } = await listening(t, { program });
  isProblem(t, await app.inject('/statements?q=die'), 'internal-error');
  t.ok(
    lines.some(({ level }) => level === 50),
    'the log says so',
  );
  t.equal((await fetched(port, '/search?q=putin')).status, 200, 'the next one answers');
});

t.test('more requests than may wait', async (t) => {
  const { app, port, lines } = await listening(t, { program, maxQueue: 1 });
  const asked = Array.from({ length: 3 }, () => app.inject('/statements?q=wait'));
  const rejected = (await Promise.all(asked)).filter(({ statusCode }) => statusCode !== 200);
  t.equal(rejected.length, 1, 'one runs, one waits');
  t.match(rejected, [{ statusCode: 503, headers: { 'retry-after': '2' } }]);
  t.notOk(
    lines.some(({ level }) => level > 30),
    'the log speaks of no failure',
  );
  t.equal((await fetched(port, '/statements?q=wait')).status, 200, 'later ones are answered');
  t.equal((await fetched(port, '/people/putin')).status, 200);
});

t.test('requests are answered in the order in which they came', async (t) => {
  const { app } = await listening(t, { program });
  const order: number[] = [];
  const ask = async (at: number): Promise<void> => {
    await app.inject(`/statements?q=wait&limit=${at}`);
    order.push(at);
  };
  const asked = [1, 2, 3, 4].map(ask);
  await wait(600); // the second runs now, and others come while it does
  await Promise.all([...asked, ...[5, 6].map(ask)]);
  t.strictSame(order, [1, 2, 3, 4, 5, 6]);
});

t.test('a response from another dataset than the main thread has', async (t) => {
  const { port } = await listening(t, { program });
  const { status, body } = await fetched(port, '/statements?q=stale');
  t.equal(status, 200);
  t.not(String(body), 'odd', 'the main thread answers');
});

t.test('where the data is small, the main thread searches and counts facets', async (t) => {
  const { app } = await listening(t, { program, mostOfSmallData: 50_000 });
  const page = { url: '/statements?q=die', headers: { accept: 'text/html' } };
  for (const asked of ['/statements?q=die&facets=speaker', '/statements/facets/topic?q=die', page])
    t.equal((await app.inject(asked)).statusCode, 200, 'no thread dies');
  isProblem(t, await app.inject('/statements/counts?by=topic&q=die'), 'internal-error');
});

t.test('where no thread can start, the main thread answers', async (t) => {
  const missing = new URL('./no-such-thread.js', import.meta.url);
  const { app, port, lines } = await listening(t, { program: missing, isAwaited: false });
  await until(() => lines.some(({ msg }) => msg.startsWith('worker threads cannot start')));
  t.equal((await fetched(port, '/search?q=putin')).status, 200);
  await app.close();
});

t.test('threads that cannot open the database', async (t) => {
  const inThreads = path.join(t.testdir({}), 'served.sqlite');
  const { app, port, database } = await listening(t, {
    inThreads,
    program,
    settings: { LOG_LEVEL: 'silent' },
  });
  t.equal((await fetched(port, '/search?q=putin')).status, 200, 'the main thread answers');
  copyFileSync(seedsDatabase, inThreads);
  t.equal((await fetched(port, '/search?q=paris')).status, 200);
  renameSync(inThreads, `${inThreads}.away`);
  t.equal((await fetched(port, '/search?q=trump')).status, 200, 'what is open goes on');
  isProblem(t, await app.inject('/statements?q=die'), 'internal-error');
  t.equal((await fetched(port, '/search?q=alaska')).status, 200, 'a new thread cannot open it');
  renameSync(`${inThreads}.away`, inThreads);
  database.close();
  t.equal((await fetched(port, '/search?q=ukraine')).status, 200, 'once it is back, threads answer');
});
