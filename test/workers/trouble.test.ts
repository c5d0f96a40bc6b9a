// What goes wrong beside the main thread: a thread dies, none can start, more is asked than they can answer, a client leaves.
import { request } from 'node:http';
import path from 'node:path';
import t from 'tap';
import { isProblem } from '../support/problems.ts';
import { fetched, listening, until } from './listening.ts';

const script = 'test/workers/odd-thread.ts';

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

t.test('nobody answers a client who left while waiting', async (t) => {
  const { port, lines } = await listening(t, { script, most: 3 });
  const busy = fetched(port, '/statements?q=wait');
  const left = request({ port, path: '/statements?q=die' }).end();
  left.on('error', () => undefined);
  await until(() => left.socket?.bytesWritten !== undefined && left.socket.bytesWritten > 0);
  await new Promise((resolve) => setTimeout(resolve, 100));
  left.destroy();
  t.equal((await busy).status, 200);
  t.equal((await fetched(port, '/search?q=putin')).status, 200);
  t.notOk(
    lines.some(({ level }) => level >= 50),
    'the thread has not even begun: it lives',
  );
});

t.test('where no thread can start, the main thread answers', async (t) => {
  const missing = path.join('test', 'workers', 'no-such-thread.ts');
  const { port, lines } = await listening(t, { script: missing, isAwaited: false });
  await until(() => lines.some(({ msg }) => msg.startsWith('there are no threads')));
  t.equal((await fetched(port, '/search?q=putin')).status, 200);
});
