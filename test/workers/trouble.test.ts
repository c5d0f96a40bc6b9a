// What goes wrong beside the main thread: a thread dies, none can start, more is asked than they can answer, a client leaves.
import { copyFileSync, renameSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import t from 'tap';
import { isProblem } from '../support/problems.ts';
import { seedsDatabase } from '../support/seeds-database.ts';
import { fetched, listening, until } from './listening.ts';

const script = 'dist/test/workers/odd-thread.js';

t.test('a thread that dies fails its request alone, and is replaced', async (t) => {
  const { app, port, lines } = await listening(t, { script });
  isProblem(t, await app.inject('/statements?q=die'), 'internal-error');
  t.ok(
    lines.some(({ level }) => level === 50),
    'the log says so',
  );
  t.equal((await fetched(port, '/search?q=putin')).status, 200, 'the next one answers');
  const mark = path.join(t.testdir({}), 'died');
  const once = await fetched(port, `/statements?q=die-once&mark=${encodeURIComponent(mark)}`);
  t.equal(once.status, 200, 'what it had not begun goes to the next');
  isProblem(t, await app.inject('/statements?q=die-begun'), 'internal-error', 'nor is it tried again');
  t.equal((await fetched(port, '/search?q=putin')).status, 200, 'whichever');
});

t.test('who asks for more than can wait is told to come back', async (t) => {
  const { app, port, lines } = await listening(t, { script, most: 2 });
  const asked = Array.from({ length: 3 }, () => app.inject('/statements?q=wait'));
  const answers = await Promise.all(asked);
  t.same(answers.map(({ statusCode }) => statusCode).sort(), [200, 200, 503]);
  t.notOk(
    lines.some(({ level }) => level > 30),
    'the log speaks of no failure',
  );
  t.equal((await fetched(port, '/statements?q=wait')).status, 200, 'and is answered then');
  t.equal((await fetched(port, '/people/putin')).status, 200);
});

t.test('who would wait for too long is told to come back at once', async (t) => {
  const { app, lines } = await listening(t, { script, longestWait: 200 });
  const ask = async () => (await app.inject('/statements?q=wait')).statusCode;
  const first = Array.from({ length: 7 }, ask);
  await wait(300);
  t.equal(await ask(), 503, 'six wait, the first of them for too long');
  t.same(new Set(await Promise.all(first)), new Set([200]), 'who was taken is answered');
  const few = Array.from({ length: 5 }, ask);
  await wait(300);
  t.same(new Set(await Promise.all([...few, ask()])), new Set([200]), 'where few wait, each may for long');
  t.notOk(
    lines.some(({ level }) => level > 30),
    'the log speaks of no failure',
  );
});

t.test('who came first is answered first', async (t) => {
  const { app } = await listening(t, { script });
  const order: number[] = [];
  const ask = async (at: number): Promise<void> => {
    await app.inject(`/statements?q=wait&limit=${at}`);
    order.push(at);
  };
  const asked = [1, 2, 3, 4].map(ask);
  await wait(600); // the second is answered now, and others come while they wait
  await Promise.all([...asked, ...[5, 6].map(ask)]);
  t.strictSame(order, [1, 2, 3, 4, 5, 6]);
});

t.test('nobody answers a client who left while waiting', async (t) => {
  const { port, lines } = await listening(t, { script, most: 3 });
  const busy = fetched(port, '/statements?q=wait');
  const left = request({ port, path: '/statements?q=die' }).end();
  left.on('error', () => undefined);
  await until(() => left.socket?.bytesWritten !== undefined && left.socket.bytesWritten > 0);
  await wait(100);
  left.destroy();
  t.equal((await busy).status, 200);
  t.equal((await fetched(port, '/search?q=putin')).status, 200);
  t.notOk(
    lines.some(({ level }) => level >= 50),
    'the thread has not even begun: it lives',
  );
});

t.test('where no thread can start, the main thread answers', async (t) => {
  const missing = path.join('dist', 'test', 'workers', 'no-such-thread.js');
  const { app, port, lines } = await listening(t, { script: missing, isAwaited: false, pause: 50 });
  const told = () => lines.filter(({ msg }) => msg.startsWith('there are no threads')).length;
  await until(() => told() > 0);
  t.equal((await fetched(port, '/search?q=putin')).status, 200);
  await wait(500);
  t.equal(told(), 1, 'told once, however often it is tried');
  await app.close();
});

t.test(
  'threads whose database is not there come back with it, and the main thread answers meanwhile',
  async (t) => {
    const inThreads = path.join(t.testdir({}), 'served.sqlite');
    const settings = { LOG_LEVEL: 'silent' } as const; // of the threads
    const waiting = { inThreads, script, pause: 50, isAwaited: false, settings };
    const { app, port, lines, database } = await listening(t, waiting);
    const said = (text: string) => lines.some(({ msg }) => msg.startsWith(text));
    await until(() => said('there are no threads'));
    t.equal((await fetched(port, '/search?q=putin')).status, 200, 'none could start');
    copyFileSync(seedsDatabase, inThreads);
    await until(() => said('threads for heavy'));
    renameSync(inThreads, `${inThreads}.away`);
    t.equal((await fetched(port, '/search?q=trump')).status, 200, 'what is open goes on');
    isProblem(t, await app.inject('/statements?q=die'), 'internal-error');
    t.equal((await fetched(port, '/search?q=alaska')).status, 200, 'one that takes its place cannot open it');
    renameSync(`${inThreads}.away`, inThreads);
    database.close();
    t.equal((await fetched(port, '/search?q=ukraine')).status, 200, 'until it is back');
  },
);
