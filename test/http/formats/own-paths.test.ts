// Every format has a path of its own, which answers to the byte as `format=` does.
import t from 'tap';
import { testApp } from '../../support/app.ts';
import { description } from '../../support/contract.ts';
import { exampleUrl } from '../../support/examples.ts';

const formatPaths = Object.keys(description.paths ?? {}).filter((path) =>
  description.paths?.[path]?.get?.tags?.includes('Formats'),
);

t.test('the same answer under both', async (t) => {
  const { ask } = await testApp(t);
  t.ok(formatPaths.length > 40, `${formatPaths.length} paths`);
  for (const path of ['/people.json', '/people/{id}.json', '/statements/{id}/comparison.json'])
    t.ok(formatPaths.includes(path), `${path}: JSON with \`fields\``);
  for (const path of formatPaths) {
    const url = exampleUrl(path);
    const [, whole = '', format = '', query] = /^([^?]*)\.(\w+)(?:\?(.*))?$/.exec(url) ?? [];
    const own = await ask(url, { headers: { accept: 'text/html, application/json' } });
    const named = await ask(`${whole}?${query ? `${query}&` : ''}format=${format}`);
    t.equal(own.statusCode, 200, url);
    t.equal(own.body, named.body, url);
    for (const header of ['content-type', 'etag', 'link'])
      t.equal(own.headers[header], named.headers[header], `${url}: ${header}`);
  }
});

t.test('filters, pages and conditions work there, too', async (t) => {
  const { ask } = await testApp(t);
  const csv = await ask('/statements.csv?speaker=putin&limit=2');
  t.match(csv.headers['link'], /statements\?.*format=csv.*rel="next"/);
  t.equal(csv.body, (await ask('/statements?speaker=putin&limit=2&format=csv')).body);
  const again = await ask('/people/putin.jsonld', {
    headers: { 'if-none-match': String((await ask('/people/putin.jsonld')).headers['etag']) },
  });
  t.equal(again.statusCode, 304);
  t.match((await ask('/statements.html')).headers['content-type'], /^text\/html/);
  t.same((await ask('/events.json?fields=id&kind=summit')).json(), {
    data: [{ id: 'alaska-2025' }],
    page: { total: 1, limit: 20, next: null },
  });
});

t.test('what is no format is no path', async (t) => {
  const { ask } = await testApp(t);
  t.match((await ask('/statements.cvs')).json(), { code: 'unknown-route' });
  t.match((await ask('/people.atom')).json(), { code: 'invalid-parameter', param: 'format' });
  t.match((await ask('/statements.csv?format=json')).json(), { detail: 'format: expected it once' });
});
