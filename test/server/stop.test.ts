// A stopping server is not ready, answers what still arrives, and ends each connection with its next response.
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import t, { type Test } from 'tap';
import { readConfig } from '../../src/config.ts';
import { serve } from '../../src/server/serve.ts';
import { seedsDatabase } from '../support/prepared.ts';
import { fetched, until } from './threads/listening.ts';

/** A server as production starts it. */
async function serving(t: Test, settings: Record<string, string> = {}) {
  const base = { DATABASE: seedsDatabase, PORT: '0', THREADS: '0', LOG_LEVEL: 'silent' };
  const app = await serve(readConfig({ ...base, ...settings }));
  t.teardown(() => app.close());
  const { port } = app.server.address() as AddressInfo;
  /** Begins to stop, and waits until the server says so. */
  const stop = async (): Promise<{ closed: Promise<unknown> }> => {
    const closed = app.close();
    await until(async () => (await fetched(port, '/health/ready')).status === 503);
    return { closed };
  };
  return { port, server: app.server, stop };
}

const requestOf = (url: string): string => `GET ${url} HTTP/1.1\r\nHost: record.example\r\n\r\n`;

/** A connection on which one request was answered; `ask` gives all that comes of the next until the server ends it. */
async function openConnection(port: number) {
  const socket = connect(port, '127.0.0.1');
  socket.setEncoding('latin1');
  socket.write(requestOf('/health/live'));
  const [first] = (await once(socket, 'data')) as [string];
  return {
    first,
    socket,
    async ask(url: string): Promise<string> {
      let received = '';
      socket.on('data', (piece) => {
        received += piece;
      });
      socket.write(requestOf(url));
      await once(socket, 'close');
      return received;
    },
  };
}

/** Whether a header ends a connection. */
const isLast = /^Connection: close\r$/im;

t.test('responses during a stop', async (t) => {
  const { port, stop } = await serving(t);
  for (const _ of [1, 2]) await fetched(port, '/people/putin'); // is cached from now on
  const expected = [
    ['/people/putin', 200],
    ['/people/trump', 200],
    ['/nowhere', 404],
    ['/health/live', 200],
    ['/health/ready', 503],
  ] as const;
  const connections = await Promise.all(expected.map(() => openConnection(port)));
  for (const { first } of connections) t.notMatch(first, isLast, 'before the stop connections stay open');
  const { closed } = await stop();
  const responses = await Promise.all(connections.map(({ ask }, at) => ask(String(expected[at]?.[0]))));
  for (const [at, [url, status]] of expected.entries()) {
    t.match(responses[at], new RegExp(`^HTTP/1\\.1 ${status} `), url);
    t.match(responses[at], isLast, url);
  }
  t.match(responses.at(-1), /"code":"not-ready"/);
  t.match(responses.at(-1), /"detail":"the server is stopping"/);
  await closed;
});

t.test('a client that is rejected during a stop', async (t) => {
  const { port, stop } = await serving(t, { RATE_LIMIT: '1' });
  await fetched(port, '/people/putin');
  const { ask } = await openConnection(port);
  const { closed } = await stop();
  const response = await ask('/people/putin');
  t.match(response, /^HTTP\/1\.1 429 /);
  t.match(response, isLast);
  await closed;
});

t.test('connections without a request', async (t) => {
  const { port, server, stop } = await serving(t);
  const { socket: idle } = await openConnection(port);
  const silent = connect(port, '127.0.0.1');
  await once(silent, 'connect');
  const [ended, never] = [once(idle, 'close'), once(silent, 'close')];
  for (const socket of [idle, silent]) socket.resume();
  const began = performance.now();
  const { closed } = await stop();
  await Promise.all([ended, never, closed]);
  t.ok(performance.now() - began < 8_000, 'do not delay it');
  t.notOk(server.listening, 'and afterwards nothing is accepted'); // another program may already have the port
});
