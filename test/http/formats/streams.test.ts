// Streams wait for their reader: nothing is read ahead of a slow client, and everything is given up with a lost one.
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { ndjson } from '../../../src/http/formats/json.ts';
import { readableOf, streamOf } from '../../../src/http/formats/stream.ts';
import { testApp } from '../../support/app.ts';
import { fixture, madeUp } from '../../support/fixture.ts';

/** Pieces of a kilobyte each; tells how many were taken, and whether the taking came to its end. */
function pieces(count: number) {
  const seen = { taken: 0, isOver: false };
  function* all(): Generator<Buffer> {
    try {
      for (; seen.taken < count; seen.taken += 1) yield Buffer.alloc(1024, 'x');
    } finally {
      seen.isOver = true;
    }
  }
  return { seen, all: all() };
}

t.test('no more is taken than is read', async (t) => {
  const { seen, all } = pieces(100_000);
  const stream = readableOf(all);
  t.equal(seen.taken, 0, 'nothing before somebody reads');
  stream.once('readable', () => stream.read());
  await pause(50);
  t.ok(seen.taken > 0 && seen.taken < 1_000, `${seen.taken} pieces`);
  stream.destroy();
  await once(stream, 'close');
  t.ok(seen.isOver, 'what is not wanted any more is given up');
});

t.test('batches are written one after another, and none is lost', async (t) => {
  const batches = Array.from({ length: 50 }, (_, at) => [
    Buffer.from(`${2 * at}`),
    Buffer.from(`${2 * at + 1}`),
  ]);
  const written = await streamOf(ndjson.writer({ query: {}, languages: [], base: '' }), batches, (body) =>
    Buffer.from(`<${body}>`),
  ).toArray();
  const expected = Array.from({ length: 100 }, (_, at) => `<${at}>\n`).join('');
  t.equal(Buffer.concat(written).toString(), expected);
  t.same(await streamOf(ndjson.writer({ query: {}, languages: [], base: '' }), [], null).toArray(), []);
});

/** A server with a list of 500 MB, and a client that asks for it and does not read. */
async function unread(t: Test) {
  const { seen, all } = pieces(500_000);
  const { app } = await testApp(t, {});
  app.get('/endless', (_request, reply) => reply.send(readableOf(all)));
  await app.listen({ port: 0 });
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  t.teardown(() => socket.destroy());
  socket.pause();
  socket.write('GET /endless HTTP/1.1\r\nHost: localhost\r\n\r\n');
  return { seen, socket };
}

/** Waits until a figure stands still, and gives it. */
async function settled(figure: () => number): Promise<number> {
  let before = -1;
  for (let now = figure(); now !== before || now === 0; now = figure()) {
    before = now;
    await pause(200);
  }
  return before;
}

t.test('a client that does not read holds the server back', async (t) => {
  const { seen, socket } = await unread(t);
  const taken = await settled(() => seen.taken);
  t.ok(taken < 50_000, `${taken} kilobytes of 500,000 were taken, all in the buffers of the sockets`);
  t.notOk(seen.isOver);
  socket.resume();
  await once(socket, 'data');
  await pause(200);
  t.ok(seen.taken > taken, 'it goes on when the client does');
});

t.test('a client that goes away ends it', async (t) => {
  const { seen, socket } = await unread(t);
  await settled(() => seen.taken);
  socket.destroy();
  for (let waited = 0; !seen.isOver && waited < 5_000; waited += 20) await pause(20);
  t.ok(seen.isOver);
});

t.test('NDJSON is everything, a page with a limit, and nothing for HEAD', async (t) => {
  const { database } = await fixture(t, madeUp(150, 3));
  const { app, ask } = await testApp(t, { database });
  const linesOf = (body: string): string[] => body.split('\n').slice(0, -1);
  const whole = await ask('/statements?format=ndjson');
  t.equal(linesOf(whole.body).length, 150);
  t.equal(whole.headers['content-length'], undefined, 'nobody counted it before');
  const table = await ask('/statements?format=csv');
  const { total } = (await ask('/renditions?limit=1')).json().page;
  t.ok(total > 200);
  t.equal(table.body.split('\r\n').length, 1 + total + 1, 'CSV is, too: a header, and each row ends');
  const page = await ask('/statements?format=ndjson&limit=10');
  t.same(linesOf(page.body), linesOf(whole.body).slice(0, 10));
  t.match(page.headers['link'], /rel="next"/);
  const narrow = await app.inject('/statements?format=ndjson&fields=id&limit=1');
  t.same(Object.keys(narrow.json()), ['id']);
  const head = await ask('/statements?format=ndjson', { method: 'HEAD' });
  t.equal(head.statusCode, 200);
  t.equal(head.headers['content-type'], 'application/x-ndjson; charset=utf-8');
});
