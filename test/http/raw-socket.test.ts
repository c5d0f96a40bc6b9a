// What comes over a socket to break or to fool a server: it answers 4xx or closes, and goes on serving the rest.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import t, { type Test } from 'tap';
import { until } from '../server/threads/listening.ts';
import type { TestOptions } from '../support/app.ts';
import { testApp } from '../support/app.ts';

/** A listening server, short of patience. */
async function serving(t: Test, options: TestOptions = {}) {
  const { app } = await testApp(t, { RATE_LIMIT: 0, ...options });
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  const port = Number(new URL(origin).port);
  const isServing = async (name: string) =>
    t.equal((await fetch(`${origin}/people/putin`)).status, 200, `${name}: others are served`);
  return { app, port, isServing };
}

interface Spoken {
  socket: Socket;
  received: () => string;
  /** The statuses of all answers so far. */
  statuses: () => number[];
  closed: Promise<unknown>;
}

/** Speaks to the server byte by byte, and stays until it closes. */
function speak(port: number, text: string, localAddress = '127.0.0.1'): Spoken {
  let received = '';
  const socket = connect({ port, host: '127.0.0.1', localAddress, allowHalfOpen: true });
  if (text !== '') socket.write(text, 'latin1');
  socket.setEncoding('latin1').on('data', (piece) => {
    received += piece;
  });
  socket.on('error', () => undefined).on('end', () => socket.end());
  const statuses = () => [...received.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
  return { socket, received: () => received, statuses, closed: once(socket, 'close') };
}

const close = 'Connection: close\r\n\r\n';
const get = 'GET /health/live HTTP/1.1\r\nHost: x\r\n';
const post = 'POST /statements HTTP/1.1\r\nHost: x\r\n';
const chunked = `${post}Transfer-Encoding: chunked\r\n`;

/** What a proxy and a server could read in two ways, so that one sees a request where the other sees a body. */
const smuggled: Record<string, string> = {
  'a length, then chunks': `${post}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nX`,
  'chunks, then a length': `${chunked}Content-Length: 6\r\n\r\n0\r\n\r\nX`,
  'the same length twice': `${post}Content-Length: 2\r\nContent-Length: 2\r\n\r\nxx`,
  'a list of lengths': `${post}Content-Length: 2, 2\r\n\r\nxx`,
  'a length with a sign': `${post}Content-Length: +2\r\n\r\nxx`,
  'a negative length': `${post}Content-Length: -1\r\n\r\n`,
  'a hexadecimal length': `${post}Content-Length: 0x2\r\n\r\nxx`,
  'an empty length': `${post}Content-Length: \r\n\r\n`,
  'a length beyond all numbers': `${post}Content-Length: 99999999999999999999999\r\n\r\n`,
  'a length with a space in it': `${post}Content-Length: 1 2\r\n\r\nx`,
  'a coding that is almost chunked': `${post}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`,
  'chunked, but not at last': `${post}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`,
  'two codings in two headers': `${chunked}Transfer-Encoding: identity\r\n\r\n0\r\n\r\n`,
  'a coding after a vertical tab': `${post}Transfer-Encoding: \x0bchunked\r\n\r\n0\r\n\r\n`,
  'a space before the colon': `${post}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n`,
  'a header that is folded': `${get}X-A: b\r\n c\r\n\r\n`,
  'a coding that is folded': `${post}Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n`,
  'a fold before the first header': 'GET /health/live HTTP/1.1\r\n Host: x\r\n\r\n',
  'lines that end in a line feed alone': 'GET /health/live HTTP/1.1\nHost: x\n\n',
  'one header that ends in a line feed alone': `${get}X-A: b\nX-B: c\r\n\r\n`,
  'a carriage return in a header': `${get}X-A: b\rX-B: c\r\n\r\n`,
  'a null byte in a header': `${get}X-A: b\0c\r\n\r\n`,
  'an extension of a chunk that ends in a line feed': `${chunked}\r\n2;\nxx\r\n0\r\n\r\n`,
  'a chunk beyond all numbers': `${chunked}\r\nffffffffffffffffff\r\nxx\r\n0\r\n\r\n`,
  'a chunk whose size is prefixed': `${chunked}\r\n0x2\r\nxx\r\n0\r\n\r\n`,
  'a chunk whose size is negative': `${chunked}\r\n-2\r\nxx\r\n0\r\n\r\n`,
  'chunks that end in a line feed alone': `${chunked}\r\n2\nxx\n0\n\n`,
  'two hosts': `${get}Host: y\r\n\r\n`,
  'a version that nobody knows': `GET /health/live HTTP/1.2\r\nHost: x\r\n\r\n`,
  'the beginning of HTTP/2': 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'a method in small letters': 'get /health/live HTTP/1.1\r\nHost: x\r\n\r\n',
  'a path that does not begin with a slash': 'GET health/live HTTP/1.1\r\nHost: x\r\n\r\n',
  'no path at all': 'GET * HTTP/1.1\r\nHost: x\r\n\r\n',
  'a host and a port for a path': 'GET x:80 HTTP/1.1\r\nHost: x\r\n\r\n',
  'a byte beyond ASCII in the path': 'GET /people/\xe9 HTTP/1.1\r\nHost: x\r\n\r\n',
};

t.test('what can be read in two ways is refused', async (t) => {
  const { port, isServing } = await serving(t, { limits: { headersTimeout: 2_000, requestTimeout: 2_000 } });
  for (const [name, text] of Object.entries(smuggled)) {
    const smuggling = `GET /people/trump HTTP/1.1\r\nHost: x\r\n${close}`;
    const { statuses, closed, received, socket } = speak(
      port,
      text + (text.endsWith('\r\n\r\n') ? '' : '\r\n\r\n') + smuggling,
    );
    socket.setTimeout(20_000, () => socket.destroy());
    await closed;
    t.equal(statuses()[0], 400, `${name}: ${received().slice(0, 100)}`);
    const isWhole = /^(?:two hosts|no path)/.test(name); // then what follows is a request indeed
    t.equal(received().includes('"href":"/people/trump"'), isWhole, `${name}: what follows is no request`);
  }
  await isServing('after all of it');
});

t.test('what is odd, and can be read in one way only', async (t) => {
  const { port } = await serving(t);
  const odd: Record<string, [text: string, ...statuses: number[]]> = {
    'chunks with extensions': [`${chunked}${close}2;a=b\r\nxx\r\n0\r\n\r\n`, 405],
    'a trailer': [`${chunked}${close}0\r\nHost: evil\r\n\r\n`, 405],
    'a coding in capitals': [`${post}TRANSFER-ENCODING: CHUNKED\r\n${close}0\r\n\r\n`, 405],
    'a GET with chunks': [`${get}Transfer-Encoding: chunked\r\n${close}0\r\n\r\n`, 200],
    'empty lines before': [`\r\n\r\n${get}${close}`, 200],
    'a whole URL': [`GET http://x/health/live HTTP/1.1\r\nHost: x\r\n${close}`, 200],
    'a whole URL without a Host header': [`GET http://x/people HTTP/1.1\r\n${close}`, 400],
    'the same, of HTTP/1.0': [`GET http://x/people HTTP/1.0\r\n${close}`, 200],
    'a whole URL without a path': [`GET http://x?a=b HTTP/1.1\r\nHost: x\r\n${close}`, 400],
    'an asterisk': [`OPTIONS * HTTP/1.1\r\nHost: x\r\n${close}`, 204],
    'fifty at once': [`${get}\r\n`.repeat(49) + get + close, ...Array.from({ length: 50 }, () => 200)],
    'one that is right, and then nonsense': [`${get}\r\nNONSENSE\r\n\r\n`, 200, 400],
    'a tunnel': [`CONNECT x:80 HTTP/1.1\r\nHost: x\r\n${close}`],
    'two thousand headers': [`${get}${'A: b\r\n'.repeat(2_100)}${close}`, 200],
  };
  for (const [name, [text, ...expected]] of Object.entries(odd)) {
    const { statuses, closed } = speak(port, text);
    await closed;
    t.same(statuses(), expected, name);
  }
});

t.test('a whole URL counts for more than the Host header', async (t) => {
  const { port } = await serving(t);
  const { received, closed } = speak(
    port,
    `GET http://one.example/people?limit=1 HTTP/1.1\r\nHost: two.example\r\n${close}`,
  );
  await closed;
  t.match(received(), 'http://one.example/people?limit=1&cursor=');
  t.notMatch(received(), 'two.example');
});

t.test('what cannot be read is answered after the answer that is under way', async (t) => {
  const { port, isServing } = await serving(t);
  const list = 'GET /statements?format=ndjson HTTP/1.1\r\nHost: x\r\n';
  const whole = speak(port, `${list}${close}`);
  await whole.closed;
  const lastLine = whole.received().slice(-100);
  const { received, statuses, closed } = speak(port, `${list}\r\nNONSENSE\r\n\r\n`);
  await closed;
  t.same(statuses(), [200, 400], received().slice(0, 300));
  t.ok(received().includes(`${lastLine}HTTP/1.1 400`), 'the first is whole');
  const early = speak(port, `${post}Content-Length: 10\r\n\r\n`);
  await until(() => early.statuses().length === 1);
  early.socket.end('xx');
  await early.closed;
  t.same(early.statuses(), [405], 'one request, one answer, also where its body breaks off');
  await isServing('after that');
});

t.test('a broken request is not answered in the place of one that waits before it', async (t) => {
  const { port, isServing } = await serving(t);
  const waits = 'GET /statements?limit=100 HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br\r\n\r\n'; // it is being compressed
  const { received, statuses, closed } = speak(port, `${waits}${chunked}\r\nno size\r\n`);
  await closed;
  t.same(statuses(), [], received().slice(0, 300));
  await isServing('after that');
});

t.test('a request that is too long gets its answer, also where it comes in pieces', async (t) => {
  const { port, isServing } = await serving(t);
  for (let round = 0; round < 20; round++) {
    const { socket, statuses, closed } = speak(port, `GET /people?fields=${'a'.repeat(150_000)}`);
    await once(socket, 'connect');
    socket.write('a'.repeat(100_000));
    const more = setInterval(() => socket.writable && socket.write('a'.repeat(10_000)), 1);
    t.teardown(() => clearInterval(more));
    await closed;
    t.same(statuses(), [431]);
  }
  const patient = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  patient.on('error', () => undefined).resume();
  const more = setInterval(() => patient.write('a'.repeat(20_000)), 50);
  t.teardown(() => clearInterval(more));
  await new Promise((resolve) => patient.once('close', resolve));
  await isServing('and who never stops sending is sent away');
});

t.test('who is slow is sent away', async (t) => {
  const limits = { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 50 };
  const { port, isServing } = await serving(t, { limits });
  const slow: Record<string, string> = {
    'not a byte': '',
    'half a line': 'GET /peo',
    'half a header': `${get}X-Slow: `,
    'half a body': `${post}Content-Length: 10\r\n\r\nxx`,
    'half a chunk': `${chunked}\r\n5\r\nx`,
  };
  for (const [name, text] of Object.entries(slow)) {
    const { statuses, closed, received } = speak(port, text);
    await closed;
    t.ok([408, 405].includes(Number(statuses()[0])), `${name}: ${received()}`);
    t.equal(statuses().length, 1, `${name}: one answer`);
  }
  const trickle = speak(port, get);
  const timer = setInterval(() => trickle.socket.write('X-A: b\r\n'), 50);
  await trickle.closed;
  clearInterval(timer);
  t.same(trickle.statuses(), [408], 'also who sends a header from time to time');
  await isServing('meanwhile');
});

t.test('who stops reading is let go', async (t) => {
  const { app, port, isServing } = await serving(t, { limits: { connectionTimeout: 500 } });
  const { socket, closed } = speak(
    port,
    `${'GET /statements?limit=100 HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(50)}`,
  );
  socket.pause();
  await isServing('meanwhile');
  const open = () =>
    new Promise<number>((resolve) => app.server.getConnections((_error, count) => resolve(count)));
  await fetch(`http://127.0.0.1:${port}/health/live`, { headers: { connection: 'close' } });
  await until(async () => (await open()) <= 1);
  t.pass('its connection is closed');
  socket.destroy();
  await closed;
});

t.test('who says no more is still answered', async (t) => {
  const { port } = await serving(t);
  const whole = speak(port, '');
  whole.socket.end(`${get}\r\n`);
  await whole.closed;
  t.same(whole.statuses(), [200]);
  const half = speak(port, '');
  half.socket.end('GET /hea');
  await half.closed;
  t.same(half.statuses(), [400]);
});

t.test('more connections than may be are closed, and one that ends makes room', async (t) => {
  const { port, isServing } = await serving(t, { limits: { maxConnections: 3 } });
  const open = Array.from({ length: 3 }, () => speak(port, `${get}\r\n`));
  await until(() => open.every(({ statuses }) => statuses().length === 1));
  const { closed, statuses } = speak(port, `${get}\r\n`);
  await closed;
  t.same(statuses(), [], 'without a word');
  for (const { socket } of open) socket.destroy();
  await Promise.all(open.map((each) => each.closed));
  await until(async () =>
    fetch(`http://127.0.0.1:${port}/health/live`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  await isServing('then');
});

t.test('any number of requests on one connection', async (t) => {
  const { port } = await serving(t);
  const { socket, statuses } = speak(port, '');
  for (let round = 1; round <= 20; round++) {
    socket.write(`${get}\r\n`.repeat(100));
    await until(() => statuses().length === round * 100);
  }
  t.ok(statuses().every((status) => status === 200));
  socket.destroy();
});
