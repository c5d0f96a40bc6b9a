// What a server says while it stops: that it is not ready any more, and with each answer that its connection ends.
import { once } from 'node:events';
import { connect } from 'node:net';
import t from 'tap';
import { fetched, listening, until } from '../workers/listening.ts';

const asking = (url: string): string => `GET ${url} HTTP/1.1\r\nHost: record.example\r\n\r\n`;

/** A connection on which one request was answered, and what comes of the next until the server ends it. */
async function inUse(port: number) {
  const socket = connect(port, '127.0.0.1');
  socket.setEncoding('latin1');
  socket.write(asking('/health/live'));
  const [first] = (await once(socket, 'data')) as [string];
  return {
    first,
    async ask(url: string): Promise<string> {
      let received = '';
      socket.on('data', (piece) => {
        received += piece;
      });
      socket.write(asking(url));
      await once(socket, 'close');
      return received;
    },
  };
}

/** Whether a header ends a connection. */
const isLast = /^Connection: close\r$/im;

t.test('it is not ready from the beginning of the stop on, and each answer is the last', async (t) => {
  const { app, port } = await listening(t, { size: 0 });
  const [kept, ofData, framework, ready] = await Promise.all(Array.from({ length: 4 }, () => inUse(port)));
  if (!kept || !ofData || !framework || !ready) throw new Error('no connections');
  t.notMatch(kept.first, isLast, 'before the stop connections stay');
  for (const _ of [1, 2]) await fetched(port, '/people/putin'); // is kept from now on
  const closed = app.close();
  await until(async () => (await fetched(port, '/health/ready')).status === 503);
  const text = await ready.ask('/health/ready');
  t.match(text, /^HTTP\/1\.1 503 /);
  t.match(text, /"code":"not-ready"/);
  t.match(text, /"detail":"the server is stopping"/);
  t.match(text, isLast);
  const answers = [
    ['what is kept', 200, kept.ask('/people/putin')],
    ['from the data', 200, ofData.ask('/people/trump')],
    ['by the framework', 404, framework.ask('/nowhere')],
  ] as const;
  for (const [name, status, answer] of answers) {
    const text = await answer;
    t.match(text, new RegExp(`^HTTP/1\\.1 ${status} `), name);
    t.match(text, isLast, name);
  }
  await closed;
});

t.test('it lives until the end, and who is turned away is told the same', async (t) => {
  const { app, port } = await listening(t, { size: 0, settings: { RATE_LIMIT: 1 } });
  await fetched(port, '/people/putin');
  const [live, many] = [await inUse(port), await inUse(port)];
  const closed = app.close();
  await until(async () => (await fetched(port, '/health/ready')).status === 503);
  const [lives, refused] = await Promise.all([live.ask('/health/live'), many.ask('/people/putin')]);
  t.match(lives, /^HTTP\/1\.1 200 /);
  t.match(refused, /^HTTP\/1\.1 429 /);
  t.match(refused, isLast);
  await closed;
});
