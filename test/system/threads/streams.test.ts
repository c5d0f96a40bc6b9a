// Whole lists: they are sent piece by piece, wait for their reader, stop with it, and let other requests through.
import { once } from 'node:events';
import { readdirSync, readlinkSync, renameSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import t from 'tap';
import { begin, fetched, listening, until } from '../../server/threads/listening.ts';
import { fixture, madeUp } from '../../support/fixture.ts';

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
    t.ok(openWithoutName(database) > 0, 'the old one is still open');
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

t.test('other requests are answered between the pieces', async (t) => {
  const { database } = await fixture(t, madeUp(6_000, 5));
  const { port } = await listening(t, { database, size: 0 });
  await fetched(port, '/statements?limit=1');
  let isOver = false;
  const download = fetched(port, '/statements?format=csv').finally(() => {
    isOver = true;
  });
  let answered = 0;
  while (!isOver) {
    await fetched(port, `/statements?limit=${1 + (answered % 50)}`);
    answered += 1;
  }
  t.ok((await download).body.length > 64 * 1024);
  t.ok(answered > 5, `${answered} were answered`);
});
