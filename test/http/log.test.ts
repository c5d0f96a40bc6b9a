// What the log says of a request: enough to run the server, nothing of who asked or for which words, and nothing forged.
import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';
import t, { type Test } from 'tap';
import { loggerOptions } from '../../src/server/logging.ts';
import { testApp } from '../support/app.ts';
import { exchange } from '../support/wire.ts';

type Line = Record<string, unknown>;

/** A listening server, and its log as it was written. */
async function logging(t: Test, level = 'info') {
  const written: string[] = [];
  const stream = { write: (text: string) => void written.push(text) };
  const { app } = await testApp(t, { logger: { level, stream } });
  await app.listen({ port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const lines = (): Line[] =>
    written
      .join('')
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Line);
  const answered = (): Line[] => lines().filter(({ msg }) => msg === 'answered');
  const text = (): string => JSON.stringify(answered());
  return { port, text, lines, answered };
}

const asking = (url: string, headers = ''): string =>
  `GET ${url} HTTP/1.1\r\nHost: api.example\r\n${headers}Connection: close\r\n\r\n`;

const secrets = [
  'User-Agent: agent-of-somebody\r\n',
  'Authorization: Bearer secret-token\r\n',
  'Cookie: session=secret-cookie\r\n',
  'Referer: https://secret.example/page\r\n',
  'X-Forwarded-For: 203.0.113.77\r\n',
  'From: somebody@secret.example\r\n',
].join('');

t.test('neither who asked nor for which words', async (t) => {
  const { port, text, answered } = await logging(t);
  const urls = [
    '/statements?q=secret-word',
    '/search?q=secret-word',
    '/nowhere?q=secret-word',
    '/people?x=secret-word',
  ];
  for (const url of urls) for (let time = 0; time < 3; time++) await exchange(port, asking(url, secrets));
  t.equal(answered().length, 12, 'answers that were kept, too');
  t.notMatch(text(), /secret|somebody|203\.0\.113\.77|127\.0\.0\.1|::1/);
  for (const line of answered()) {
    t.strictSame(Object.keys(line).sort(), [
      'hostname',
      'level',
      'method',
      'milliseconds',
      'msg',
      'pid',
      'reqId',
      'statusCode',
      'time',
      'url',
    ]);
  }
  t.strictSame(
    [...new Set(answered().map(({ url }) => url))],
    urls.map((url) => url.split('?')[0]),
  );
});

t.test('the words where somebody asked for all that can be known; of who asked still nothing', async (t) => {
  const { port, text, answered } = await logging(t, 'debug');
  for (let time = 0; time < 3; time++) await exchange(port, asking('/statements?q=word', secrets));
  await exchange(port, asking(`/statements?q=${'x'.repeat(8_000)}`, secrets));
  t.strictSame(
    answered()
      .slice(0, 3)
      .map(({ url }) => url),
    Array(3).fill('/statements?q=word'),
  );
  t.equal(String(answered().at(-1)?.['url']).length, 2_000, 'up to a length');
  t.notMatch(text(), /secret|somebody|203\.0\.113\.77/);
});

t.test('a long path is cut', async (t) => {
  const { port, answered } = await logging(t);
  await exchange(port, asking(`/people/${'x'.repeat(8_000)}`));
  await exchange(port, asking(`/${'x'.repeat(8_000)}`));
  await exchange(port, asking(`/${'x/'.repeat(4_000)}?y`));
  for (const { url } of answered()) t.ok(String(url).length <= 200, String(url).slice(0, 50));
});

t.test('nothing in a request makes a line of its own', async (t) => {
  const { port, lines, answered } = await logging(t);
  const forged = '{"level":50,"msg":"forged"}';
  const requests = [
    asking(`/people/%0A${encodeURIComponent(forged)}`),
    asking(`/people/%0D%0A${encodeURIComponent(forged)}`),
    asking('/people/%1B[31mred'),
    asking('/people/%E2%80%A8line'),
    asking('/people', `X-Request-Id: a%0A${forged}\r\n`),
    asking('/people', `X-Request-Id: ${forged}\r\n`),
    asking('/people', 'X-Request-Id: a\tb\r\n'),
    asking('/people', `X-Request-Id: ${'a'.repeat(65)}\r\n`),
    asking('/people', 'X-Request-Id: one\r\nX-Request-Id: two\r\n'),
    asking('/people', `X-Request-Id: a\n${forged}\r\n`),
    asking(`/people\n${forged}`),
    asking('/people\u001b[31m'),
  ];
  for (const request of requests) await exchange(port, request).catch(() => undefined); // some are answered by closing
  t.ok(answered().length >= 9);
  for (const line of lines()) {
    t.notMatch(line['msg'], /forged/);
    t.equal(line['level'], 30);
    t.notMatch(JSON.stringify(line['url'] ?? ''), /\\n|\\r|\\u001b|\u2028/, 'as it came, percent-encoded');
    if ('reqId' in line) t.match(line['reqId'], /^[\w.-]{1,64}$/);
  }
});

t.test('a request that the framework logs by itself', async (t) => {
  for (const isTerminal of [true, false]) {
    const { level, serializers } = await loggerOptions('info', isTerminal);
    const written: string[] = [];
    const stream = { write: (text: string) => void written.push(text) };
    const app = fastify({ logger: { level, serializers, stream } });
    t.teardown(() => app.close());
    app.get('/fails', async () => {
      throw new Error('a fault');
    });
    await app.inject({ url: '/fails?q=secret', headers: { 'user-agent': 'secret', host: 'secret' } });
    const text = written.join('');
    t.match(text, /"req":\{"method":"GET","url":"\/fails"\}/);
    t.notMatch(text, /secret|127\.0\.0\.1/);
  }
});
