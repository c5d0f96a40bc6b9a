// Pages of any origin may read: simple requests, preflights, and the headers that scripts get to see.
import t from 'tap';
import { testApp } from '../support/app.ts';
import { exampleUrl, paths, wrongUrls } from '../support/examples.ts';

const origin = 'https://newsroom.example';

t.test('every route answers any origin, errors too', async (t) => {
  const { ask } = await testApp(t);
  for (const url of [...paths.map((path) => exampleUrl(path)), '/openapi.json', ...wrongUrls]) {
    const { headers } = await ask(url, { headers: { origin } });
    t.equal(headers['access-control-allow-origin'], '*', url);
    const exposed = String(headers['access-control-expose-headers']).toLowerCase().split(/, */);
    for (const name of ['etag', 'link', 'x-request-id', 'ratelimit-remaining', 'retry-after'])
      t.ok(exposed.includes(name), `${url}: ${name} can be read`);
    t.equal(headers['access-control-allow-credentials'], undefined, `${url}: nothing is secret`);
  }
});

t.test('a page of another origin reads 304 and 429, too', async (t) => {
  const { ask } = await testApp(t, { RATE_LIMIT: 2 });
  const url = '/people/putin';
  const { headers } = await ask(url, { headers: { origin } });
  const conditional = { origin, 'if-none-match': String(headers.etag) };
  for (const status of [304, 429]) {
    const answer = await ask(url, { headers: conditional });
    t.equal(answer.statusCode, status);
    t.match(answer.headers, { 'access-control-allow-origin': '*', 'access-control-expose-headers': /ETag/ });
  }
});

t.test('a preflight is answered for reading', async (t) => {
  const { ask } = await testApp(t);
  for (const url of ['/statements', '/people/putin', '/statements?speaker=putin']) {
    const response = await ask(url, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'if-none-match, x-request-id',
      },
    });
    t.equal(response.statusCode, 204, url);
    t.match(response.headers, {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-allow-headers': 'if-none-match, x-request-id',
      'access-control-max-age': '86400',
    });
    t.equal(response.body, '');
  }
});

t.test('an OPTIONS that is no preflight is no error', async (t) => {
  const { ask } = await testApp(t);
  const response = await ask('/statements', { method: 'OPTIONS' });
  t.equal(response.statusCode, 204);
});
