// Caches: a strong validator for each URL and version of the data, and 304 for who has these bytes already.
import t from 'tap';
import { isNamed } from '../../src/http/response/validators.ts';
import { testApp } from '../support/app.ts';
import { bareRecords, bareStatement, fixture } from '../support/fixture.ts';
import { isProblem } from '../support/problems.ts';

const fromData = [
  '/statements?limit=2',
  '/statements/putin-good-direct-contacts',
  '/people',
  '/people/putin',
  '/dataset',
];

t.test('what comes from the data can be asked for again cheaply', async (t) => {
  const { ask } = await testApp(t);
  for (const url of fromData) {
    const first = await ask(url);
    const etag = String(first.headers['etag']);
    t.match(etag, /^"[\w-]{20,}"$/, `${url}: a strong tag`);
    t.equal(first.headers['cache-control'], 'public, no-cache', `${url}: kept, but asked about each time`);
    t.match(first.headers['vary'], /\baccept\b/i, `${url}: by what is accepted`);
    t.equal((await ask(url)).headers['etag'], etag, `${url}: the same the next time`);
    const again = await ask(url, { headers: { 'if-none-match': etag } });
    t.equal(again.statusCode, 304, `${url}: not changed`);
    t.equal(again.body, '', `${url}: and so no body`);
    t.equal(again.headers['etag'], etag, `${url}: the tag`);
    t.match(again.headers, { 'cache-control': 'public, no-cache', vary: /accept/i }, `${url}: for the cache`);
    t.equal(again.headers['content-length'], undefined, `${url}: no length`);
  }
});

t.test('If-None-Match in all its forms', async (t) => {
  const { ask } = await testApp(t);
  const etag = String((await ask('/people/putin')).headers['etag']);
  const forms: [string, number][] = [
    [etag, 304],
    [`W/${etag}`, 304],
    [`"other", ${etag}`, 304],
    [`"other" ,W/"another",W/${etag} , "last"`, 304],
    ['*', 304],
    [' * ', 304],
    ['"other"', 200],
    [etag.slice(1, -1), 200],
    [`${etag.slice(0, -1)}x"`, 200],
    ['', 200],
    ['""', 200],
    ['**', 200],
  ];
  for (const [form, status] of forms) {
    const response = await ask('/people/putin', { headers: { 'if-none-match': form } });
    t.equal(response.statusCode, status, JSON.stringify(form));
    t.equal(isNamed(etag, form), status === 304, `${JSON.stringify(form)}: by itself`);
  }
});

t.test('an error is never 304', async (t) => {
  const { ask } = await testApp(t);
  for (const url of ['/people/putn', '/statements?limit=0', '/statements?speaker=puttin', '/nowhere']) {
    const response = await ask(url, { headers: { 'if-none-match': '*' } });
    t.ok(response.statusCode >= 400, url);
    t.equal(response.headers['etag'], undefined, `${url}: and has no tag`);
  }
});

t.test('the tag tells URLs, hosts and media types apart', async (t) => {
  const { ask } = await testApp(t);
  const tags = new Map<string, string>();
  const urls = [
    '/people',
    '/people?limit=20',
    '/people?sort=id',
    '/people/putin',
    '/people/trump',
    '/topics',
  ];
  for (const url of urls) tags.set(url, String((await ask(url)).headers['etag']));
  tags.set(
    'another host',
    String((await ask('/people', { headers: { host: 'b.example' } })).headers['etag']),
  );
  const ndjson = await ask('/people?limit=20', { headers: { accept: 'application/x-ndjson' } });
  tags.set('another type', String(ndjson.headers['etag']));
  t.equal(new Set(tags.values()).size, tags.size, [...tags.keys()].join(', '));
});

t.test('the tag changes with the data, and with nothing else', async (t) => {
  const records = { ...bareRecords(), statement: [bareStatement('first')] };
  const { database, load } = await fixture(t, records);
  const { ask } = await testApp(t, { database });
  const before = await ask('/statements');
  const more = { ...records, statement: [bareStatement('first'), bareStatement('second')] };
  await load(more);
  const after = await ask('/statements', { headers: { 'if-none-match': String(before.headers['etag']) } });
  t.equal(after.statusCode, 200, 'the running server sees the new data');
  t.equal(after.json().page.total, 2);
  t.not(after.headers['etag'], before.headers['etag']);
  await load(more);
  t.equal((await ask('/statements')).headers['etag'], after.headers['etag'], 'the same data, the same tag');
});

t.test('what is not from the data has its own ages', async (t) => {
  const { ask } = await testApp(t);
  const ages = {
    '/': 'public, max-age=300',
    '/openapi.json': 'public, max-age=300',
    '/openapi.yaml': 'public, max-age=300',
    '/problems': 'public, max-age=3600',
    '/problems/unknown-id': 'public, max-age=3600',
    '/health/live': 'no-store',
    '/health/ready': 'no-store',
  };
  for (const [url, age] of Object.entries(ages)) t.equal((await ask(url)).headers['cache-control'], age, url);
  isProblem(t, await ask('/problems/unknown-idd'), 'unknown-id');
});

t.test('Last-Modified, and If-Modified-Since where no tag is named', async (t) => {
  const { app, ask, get } = await testApp(t);
  const { at } = await get<{ at: string }>('/changes?limit=1');
  const modified = new Date(at).toUTCString();
  const urls = [
    '/statements?limit=1',
    '/people/putin',
    '/statements?format=csv',
    '/dataset.ndjson',
    '/search?q=putin',
  ];
  for (const url of urls) {
    for (const round of ['first', 'stored', 'again']) {
      const { headers } = await ask(url);
      t.equal(headers['last-modified'], modified, `${url}, ${round}`);
      const statusOf = async (condition: Record<string, string>): Promise<number> =>
        (await ask(url, { headers: condition })).statusCode;
      t.equal(await statusOf({ 'if-modified-since': modified }), 304, `${url}, ${round}`);
      t.equal(
        await statusOf({ 'if-modified-since': new Date(Date.parse(modified) - 1_000).toUTCString() }),
        200,
      );
      t.equal(await statusOf({ 'if-modified-since': 'yesterday' }), 200);
      t.equal(
        await statusOf({ 'if-modified-since': modified, 'if-none-match': '"other"' }),
        200,
        'tags decide',
      );
    }
  }
  const page = await app.inject({ url: '/people/putin', headers: { accept: 'text/html' } });
  t.equal(page.headers['last-modified'], modified);
  t.match((await ask('/dataset.sqlite')).headers['last-modified'], / GMT$/);
  t.equal((await ask('/health/live')).headers['last-modified'], undefined);
});
