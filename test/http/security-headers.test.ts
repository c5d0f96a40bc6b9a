// Every answer, whichever way it takes, tells browsers what not to do with it; Swagger UI has the policy that it needs.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import t, { type Test } from 'tap';
import { securityHeaders, styleInPage } from '../../src/http/response/security-headers.ts';
import { begin, fetched, listening } from '../server/threads/listening.ts';
import { testApp } from '../support/app.ts';
import { exampleUrl, paths, wrongUrls } from '../support/examples.ts';
import { exchange } from '../support/wire.ts';

const policy = "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'";

const promised = {
  'content-security-policy': policy,
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

type Headers = Record<string, unknown>;

function isSafe(t: Test, headers: Headers, name: string): void {
  t.match(headers, promised, name);
  t.equal(headers['strict-transport-security'], undefined, `${name}: nothing of HTTPS over plain HTTP`);
  t.equal(headers['x-powered-by'], undefined, `${name}: nothing of what it is made of`);
}

t.test('every route, and every error', async (t) => {
  const { ask } = await testApp(t);
  for (const url of [
    ...paths.map((each) => exampleUrl(each)),
    '/openapi.json',
    '/openapi.yaml',
    '/docs/json',
    ...wrongUrls,
  ]) {
    const { headers } = await ask(url);
    const isOfDocumentation = url.startsWith('/docs');
    isSafe(t, isOfDocumentation ? { ...headers, 'content-security-policy': policy } : headers, url);
  }
  isSafe(t, (await ask('/statements', { method: 'DELETE' })).headers, '405');
  isSafe(t, (await ask('/statements', { method: 'OPTIONS' })).headers, '204');
  isSafe(t, (await ask('/statements', { headers: { accept: 'image/png' } })).headers, '406');
});

t.test('kept answers, 304s, and what threads answer', async (t) => {
  const { port } = await listening(t);
  for (const url of ['/people/putin', '/search?q=putin', '/statements?format=ndjson']) {
    const first = await fetched(port, url);
    isSafe(t, first.headers, url);
    isSafe(t, (await fetched(port, url)).headers, `${url}, again`);
    const headers = { 'if-none-match': String(first.headers.etag) };
    for (const time of ['at first', 'again']) {
      const response = await fetched(port, url, { headers });
      t.equal(response.status, 304, url);
      isSafe(t, response.headers, `${url}: 304 ${time}`);
    }
  }
  const head = await begin(port, '/search?q=putin', { method: 'HEAD' });
  isSafe(t, head.headers, 'HEAD');
});

t.test('what no request could be made of', async (t) => {
  const { port } = await listening(t, { size: 0 });
  for (const sent of ['hello there\r\n\r\n', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n\r\n`]) {
    const { head } = await exchange(port, sent);
    for (const [name, value] of Object.entries(promised))
      t.ok(head.includes(`${name}: ${value}`), `${name}\n${head}`);
    t.match(head, /access-control-allow-origin: \*/, 'a page can read why');
  }
});

t.test('browsers stay with HTTPS where clients reach the API by it', (t) => {
  const { 'strict-transport-security': hsts } = securityHeaders({ PUBLIC_URL: 'https://record.example' });
  t.equal(hsts, 'max-age=15768000');
  t.same(securityHeaders({ PUBLIC_URL: 'http://record.example' }), promised, 'and nowhere else');
  t.same(securityHeaders({ PUBLIC_URL: undefined }), promised);
  t.end();
});

t.test('the policy of Swagger UI', async (t) => {
  const { ask } = await testApp(t);
  for (const url of ['/docs', '/docs/static/swagger-ui.css', '/docs/static/swagger-initializer.js']) {
    const value = String((await ask(url)).headers['content-security-policy']);
    const directives = new Map(value.split('; ').map((each) => [each.split(' ', 1).join(), each] as const));
    t.equal(directives.get('default-src'), "default-src 'none'", `${url}: nothing but what is named`);
    t.equal(directives.get('script-src'), "script-src 'self'", `${url}: no script in the page`);
    t.equal(directives.get('connect-src'), "connect-src 'self'");
    t.equal(directives.get('frame-ancestors'), "frame-ancestors 'none';");
    t.notMatch(value, /unsafe|\*|https?:/, url);
  }
  const { body } = await ask('/docs');
  t.notMatch(body, /<style|style=|<script>|\son\w+=/i, 'nothing inline in its page');
});

t.test('the one style that Swagger UI puts in is the one that is allowed', (t) => {
  const folder = path.dirname(createRequire(import.meta.url).resolve('@fastify/swagger-ui/package.json'));
  const preset = readFileSync(path.join(folder, 'static', 'swagger-ui-standalone-preset.js'), 'utf8');
  t.ok(preset.includes(styleInPage));
  t.end();
});
