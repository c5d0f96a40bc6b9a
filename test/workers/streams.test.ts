// Answers without an end in sight: they wait for their reader, stop with it, and break off where their thread dies.
import { once } from 'node:events';
import { readdirSync, readlinkSync, renameSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import t from 'tap';
import { fixture, madeUp } from '../support/fixture.ts';
import { begin, fetched, listening, until } from './listening.ts';
import { pieceSize } from './odd-thread.ts';

const script = 'dist/test/workers/odd-thread.js';

t.test('a reader who waits makes the thread wait, and one who leaves makes it stop', async (t) => {
  const { port } = await listening(t, { script });
  const counts = async (): Promise<{ made: number; stopped: number }> =>
    JSON.parse(String((await fetched(port, '/statements?q=count')).body));
  const response = await begin(port, '/statements?q=endless');
  let before = -1;
  await until(async () => {
    const { made } = await counts();
    const isStill = made > 0 && made === before;
    before = made;
    return isStill;
  });
  let received = 0;
  for await (const piece of response.iterator({ destroyOnReturn: false })) {
    received += piece.length;
    if (received > 40 * 1024 * 1024) break;
  }
  await until(async () => (await counts()).made > before);
  t.ok(received > before * pieceSize, 'it goes on as soon as the reader does');
  t.equal((await counts()).stopped, 0);
  response.destroy();
  await until(async () => (await counts()).stopped === 1);
  const { made } = await counts();
  t.equal((await counts()).made, made, 'nothing is read any more');
});

t.test('a thread that dies halfway breaks the answer off, and the next thread answers', async (t) => {
  const { port, lines } = await listening(t, { script });
  const response = await begin(port, '/statements?q=die-halfway');
  const [error] = await Promise.all([once(response, 'error'), response.resume()]);
  t.match(error, [{ code: 'ECONNRESET' }], 'the client can tell that it is not whole');
  t.equal((await fetched(port, '/statements?format=csv')).status, 200);
  t.notOk(
    lines.some(({ level }) => level > 50),
    'and the server lives',
  );
});

/** So much for each statement that no socket holds all of them for a client who does not read. */
function padded(from: string, file: string): string {
  new Sqlite(from, { readonly: true }).exec(`VACUUM INTO '${file}'`).close();
  const database = new Sqlite(file);
  const pad = `json_insert(CAST(body AS TEXT), '$.pad', hex(zeroblob(25000)))`;
  database.exec(`UPDATE document SET body = CAST(${pad} AS BLOB) WHERE collection = 'statements'`);
  database.pragma('journal_mode = DELETE');
  database.close();
  return file;
}

/** How often this process has the file open that no longer has a name. */
const openWithoutName = (file: string): number =>
  readdirSync('/proc/self/fd').filter((descriptor) => {
    try {
      return readlinkSync(`/proc/self/fd/${descriptor}`) === `${file} (deleted)`;
    } catch {
      return false; // closed meanwhile
    }
  }).length;

t.test(
  'a whole download holds its state of the data, and lets go of it with the client',
  { skip: process.platform !== 'linux' && 'needs /proc' },
  async (t) => {
    const { database: made } = await fixture(t, madeUp(1_000, 5));
    const folder = path.dirname(made);
    const database = padded(made, path.join(folder, 'data.sqlite'));
    const { app, port } = await listening(t, { database });
    const sent: number[] = [];
    app.server.on('connection', (socket) => {
      socket.on('close', () => sent.push(socket.bytesWritten));
    });
    const response = await begin(port, '/statements?format=ndjson');
    await once(response, 'readable');
    renameSync(padded(made, path.join(folder, 'new.sqlite')), database);
    for (const url of ['/search?q=putin', '/people/putin'])
      t.equal((await fetched(port, url)).status, 200, url);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    t.ok(openWithoutName(database) > 0, 'the thread still has the old one');
    response.destroy();
    await until(() => openWithoutName(database) === 0);
    await until(() => sent.length === 3);
    const most = Math.max(...sent);
    const whole = await fetched(port, '/statements?format=ndjson');
    t.ok(most < whole.body.length / 2, 'the client who did not read was not sent the half of it');
  },
);

t.test('a long download is not held in memory', async (t) => {
  const { database: made } = await fixture(t, madeUp(6_000, 5));
  const database = padded(made, path.join(path.dirname(made), 'data.sqlite'));
  const { port } = await listening(t, { database });
  const before = process.memoryUsage.rss();
  let [received, most] = [0, 0];
  for await (const piece of await begin(port, '/statements?format=ndjson')) {
    received += (piece as Buffer).length;
    most = Math.max(most, process.memoryUsage.rss() - before);
  }
  t.ok(received > 300_000_000);
  t.ok(most < received / 2, `${Math.round(most / 1e6)} MB more while ${Math.round(received / 1e6)} MB came`);
});
