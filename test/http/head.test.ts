// HEAD wherever GET is: the same status and headers, without a body.
import t from 'tap';
import { testApp } from '../support/app.ts';
import { exampleUrl, paths } from '../support/examples.ts';

/** What tells one request from another, or when it was sent. */
const ownHeaders = ['x-request-id', 'date'];

const withoutOwn = (headers: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !ownHeaders.includes(name)));

/** Whole lists are streams, whose length nobody knows before the end. */
const isStream = (path: string): boolean => /^\/(?!dataset).*\.(?:csv|ndjson)$/.test(path);

const urls = [
  ...paths.filter((path) => !isStream(path)).map((path) => exampleUrl(path)),
  '/statements?limit=2',
  '/docs',
  '/docs/static/swagger-ui.css',
  '/openapi.json',
  '/openapi.yaml',
  '/nowhere',
  '/people/putn',
  '/statements?limit=0',
  '/people/%E0%A4%A',
];

t.test('every route', async (t) => {
  const { ask } = await testApp(t);
  for (const url of urls) {
    const get = await ask(url);
    const head = await ask(url, { method: 'HEAD' });
    t.equal(head.statusCode, get.statusCode, `${url}: status`);
    t.equal(head.body, '', `${url}: no body`);
    t.same(withoutOwn(head.headers), withoutOwn(get.headers), `${url}: headers`);
    t.equal(head.headers['content-length'], String(get.rawPayload.length), `${url}: the length of the body`);
  }
});

t.test('what has not changed is 304 for HEAD, too', async (t) => {
  const { ask } = await testApp(t);
  const { headers } = await ask('/people/putin');
  const head = await ask('/people/putin', {
    method: 'HEAD',
    headers: { 'if-none-match': String(headers['etag']) },
  });
  t.equal(head.statusCode, 304);
  t.equal(head.headers['content-length'], undefined, 'of which there is no body');
});
