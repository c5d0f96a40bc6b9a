// Every answer carries the id of its request: the client's own where it is plain, a new one otherwise.
import t from 'tap';
import { testApp } from '../support/app.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

t.test("the client's own id comes back", async (t) => {
  const { ask } = await testApp(t);
  for (const id of ['a', 'trace-0123456789', 'A.b_c-9', 'x'.repeat(64)]) {
    for (const url of ['/people/putin', '/people/putn', '/nowhere', '/people/%E0%A4%A', '/health/live']) {
      const response = await ask(url, { headers: { 'x-request-id': id } });
      t.equal(response.headers['x-request-id'], id, `${url}: ${id}`);
      if (response.statusCode >= 400) t.equal(response.json().requestId, id, `${url}: in the body, too`);
    }
  }
});

t.test('what could break a log or a page is replaced', async (t) => {
  const { ask } = await testApp(t);
  for (const id of [
    '',
    ' ',
    'a b',
    'x'.repeat(65),
    '<script>',
    '"',
    'a,b',
    'é',
    '../x',
    '%0a',
    '{}',
    'a;b',
  ]) {
    const { headers } = await ask('/people/putin', { headers: { 'x-request-id': id } });
    t.match(headers['x-request-id'], uuid, JSON.stringify(id));
  }
});

t.test('without one, each request has its own', async (t) => {
  const { ask } = await testApp(t);
  const ids = await Promise.all(
    Array.from({ length: 20 }, async () => (await ask('/health/live')).headers['x-request-id']),
  );
  t.equal(new Set(ids).size, 20);
});
