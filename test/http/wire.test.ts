// A listening server and bytes that no client would send: each gets a problem or a plain answer, and none a crash.
import type { AddressInfo } from 'node:net';
import t from 'tap';
import { testApp } from '../support/app.ts';
import { insides } from '../support/problems.ts';
import { exchange } from '../support/wire.ts';

const close = 'Connection: close\r\n\r\n';

/** What is sent, the status that must come back, and the code where it is a problem. */
const messages: Record<string, [sent: string, status: number, code?: string]> = {
  'no HTTP at all': ['hello there\r\n\r\n', 400, 'malformed-request'],
  'a TLS greeting': ['\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03', 400, 'malformed-request'],
  'an unknown method': [`FETCH / HTTP/1.1\r\nHost: x\r\n${close}`, 400, 'malformed-request'],
  'a null byte in the path': [`GET /\0 HTTP/1.1\r\nHost: x\r\n${close}`, 400, 'malformed-request'],
  'a header without a name': [`GET / HTTP/1.1\r\nHost: x\r\n: y\r\n${close}`, 400, 'malformed-request'],
  'two lengths': [
    `POST /statements HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n${close}xx`,
    400,
    'malformed-request',
  ],
  'a length and chunks': [
    `POST /statements HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n${close}0\r\n\r\n`,
    400,
    'malformed-request',
  ],
  'headers beyond 16 KiB': [
    `GET / HTTP/1.1\r\nHost: x\r\n${'X-Many: more and more\r\n'.repeat(1_000)}${close}`,
    431,
    'header-too-large',
  ],
  'a URL beyond 16 KiB': [
    `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n${close}`,
    431,
    'header-too-large',
  ],
  'no Host': [`GET /health/live HTTP/1.1\r\n${close}`, 400, 'malformed-request'],
  'no Host, in the days of HTTP/1.0': ['GET /health/live HTTP/1.0\r\n\r\n', 200],
  'markup for a Host': [`GET /people HTTP/1.1\r\nHost: "><script>\r\n${close}`, 400, 'malformed-request'],
  'a path for a Host': [`GET /people HTTP/1.1\r\nHost: a/b\r\n${close}`, 400, 'malformed-request'],
  'a user for a Host': [`GET /people HTTP/1.1\r\nHost: a@b\r\n${close}`, 400, 'malformed-request'],
  ...Object.fromEntries(
    ['record.example:99999', '1.2.3.4.5', '08', 'xn--a', '[:::::]'].flatMap((host) =>
      ['/people?format=jsonld', '/changes', '/search?q=putin', '/statements?format=atom'].map((path) => [
        `${host} for a Host of ${path}`,
        [`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${close}`, 400, 'malformed-request'],
      ]),
    ),
  ),
  'an IPv6 address for a Host': [`GET /people HTTP/1.1\r\nHost: [::1]:3000\r\n${close}`, 200],
  'an expectation that nobody knows': [
    `GET /health/live HTTP/1.1\r\nHost: x\r\nExpect: tea\r\n${close}`,
    200,
  ],
  'an expectation to go on': [
    `POST /statements HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n${close}{}`,
    405,
    'method-not-allowed',
  ],
  'an upgrade': [`GET /health/live HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n${close}`, 200],
  'a body with a GET': [`GET /health/live HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n${close}abc`, 200],
  'bare Arabic, as curl sends it': [
    `GET /statements?speaker=بوتين HTTP/1.1\r\nHost: x\r\n${close}`,
    400,
    'malformed-request',
  ],
};

t.test('each message', async (t) => {
  const { app } = await testApp(t, {});
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  for (const [name, [sent, status, code]] of Object.entries(messages)) {
    const raw = await exchange(port, sent);
    t.equal(raw.status, status, `${name}: status`);
    t.notMatch(raw.head + raw.body, insides, `${name}: nothing of the inside`);
    if (code === undefined) continue;
    t.match(raw.head, /content-type: application\/problem\+json/i, `${name}: media type`);
    const { requestId } = JSON.parse(raw.body) as { requestId: string };
    t.match(JSON.parse(raw.body), { status, code }, `${name}: code`);
    t.match(raw.head.toLowerCase(), `x-request-id: ${requestId}`, `${name}: an id to ask about`);
  }
});

t.test('the server goes on after all of it, also where clients vanish', async (t) => {
  const { app } = await testApp(t, {});
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const vanishing = Array.from({ length: 20 }, () => exchange(port, 'GET /statements?limit=100 HTT', 20));
  await Promise.all(vanishing);
  const { status, body } = await exchange(port, `GET /health/ready HTTP/1.1\r\nHost: x\r\n${close}`);
  t.equal(status, 200);
  t.match(body, /"ready"/);
});

t.test('who types Arabic into curl is told how to send it', async (t) => {
  const { app } = await testApp(t, {});
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const { body } = await exchange(port, `GET /statements?speaker=بوتين HTTP/1.1\r\nHost: x\r\n${close}`);
  t.match(JSON.parse(body).detail, /--data-urlencode 'speaker=بوتين'/);
});
