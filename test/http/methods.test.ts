// The API only reads: every other method is refused on every route, with `Allow`, whatever body comes with it.
import { METHODS } from 'node:http';
import type { InjectOptions } from 'fastify';
import t from 'tap';
import { testApp } from '../support/app.ts';
import { exampleUrl, paths } from '../support/examples.ts';
import { isProblem } from '../support/problems.ts';

type Method = NonNullable<InjectOptions['method']>;

const reading = ['GET', 'HEAD', 'OPTIONS'];
const others = METHODS.filter((name) => !reading.includes(name) && name !== 'CONNECT') as Method[];
const documentation = [
  '/docs',
  '/docs/json',
  '/docs/static/swagger-ui.css',
  '/openapi.json',
  '/openapi.yaml',
];

t.test('every other method on every route', async (t) => {
  const { ask } = await testApp(t);
  for (const url of [...paths.map((path) => exampleUrl(path)), ...documentation]) {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE'] as Method[]) {
      const response = await ask(url, { method });
      const body = isProblem(t, response, 'method-not-allowed', `${method} ${url}`);
      t.same(body.allowed, reading, `${method} ${url}: what is allowed`);
      t.equal(response.headers['allow'], 'GET, HEAD, OPTIONS', `${method} ${url}: Allow`);
    }
  }
  for (const method of others)
    isProblem(t, await ask('/statements', { method }), 'method-not-allowed', method);
});

const bodies: InjectOptions[] = [
  { payload: '{"speaker":', headers: { 'content-type': 'application/json' } },
  { payload: '{"__proto__":{"x":1}}', headers: { 'content-type': 'application/json' } },
  { payload: 'speaker=putin', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  { payload: 'x', headers: { 'content-type': 'no type at all' } },
  { payload: 'x', headers: { 'content-type': '' } },
  { payload: 'x'.repeat(2_000_000), headers: { 'content-type': 'application/json' } },
  { payload: '', headers: { 'content-type': 'application/json' } },
];

t.test('bodies are not read, and change no answer', async (t) => {
  const { ask } = await testApp(t);
  for (const [at, body] of bodies.entries()) {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'QUERY'] as Method[]) {
      isProblem(
        t,
        await ask('/statements', { ...body, method }),
        'method-not-allowed',
        `${method}, body ${at}`,
      );
      isProblem(
        t,
        await ask('/nowhere', { ...body, method }),
        'unknown-route',
        `${method} nowhere, body ${at}`,
      );
    }
    t.equal((await ask('/people/putin', body)).statusCode, 200, `GET, body ${at}`);
  }
});

t.test('a route that is not there is 404 for every method', async (t) => {
  const { ask } = await testApp(t);
  for (const method of ['GET', 'HEAD', ...others] as Method[]) {
    const response = await ask('/nowhere', { method });
    t.equal(response.statusCode, 404, method);
    t.equal(response.headers['allow'], undefined, `${method}: nothing is allowed where nothing is`);
  }
});

t.test('a path is as long as it likes, and is shown in short', async (t) => {
  const { ask } = await testApp(t);
  for (let length = 190; length <= 202; length += 1) {
    const url = `/${'x'.repeat(length)}/%D8%A7${'%D9%85'.repeat(20)}`; // shown in short it ends within a letter
    for (const method of ['GET', 'POST'] as Method[]) {
      const { detail } = isProblem(t, await ask(url, { method }), 'unknown-route', `${method}, ${length}`);
      t.ok(String(detail).length < 250, `${method}, ${length}: ${detail}`);
    }
    const long = await ask(`/people/${url.slice(1).replaceAll('/', '%2F')}`, { method: 'PUT' });
    isProblem(t, long, 'method-not-allowed', `an item's name of ${length}`);
  }
});
