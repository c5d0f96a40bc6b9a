// The API under a path of its host: every link leads back to it, whether the proxy takes the path off or passes it on.
import t, { type Test } from 'tap';
import { collections } from '../../src/records/kinds.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { listRoutes } from '../support/lists.ts';

const base = '/our/record';
const publicUrl = `https://news.example${base}`;

const appUnder = (t: Test): Promise<TestApp> => testApp(t, { PUBLIC_URL: publicUrl });

/** Every text under `href`, wherever it stands. */
const hrefsIn = (body: string): string[] =>
  [...body.matchAll(/"href":"([^"]*)"/g)].map(([, href = '']) => href);

t.test('JSON: paths begin with the base, and can be asked with it or without', async (t) => {
  const { app } = await appUnder(t);
  const urls = [
    '/statements?limit=3&facets=speaker',
    '/people/putin',
    '/search?q=putin',
    '/suggest?q=put',
    '/changes',
  ];
  for (const url of [...urls, '/statements?format=ndjson', '/dataset', '/outlets/xinhua/profile']) {
    const { body, statusCode } = await app.inject(url);
    t.equal(statusCode, 200, url);
    const hrefs = hrefsIn(body);
    t.ok(hrefs.length > 0, url);
    t.same(
      hrefs.filter((href) => !href.startsWith(`${base}/`) || href.startsWith(`${base}${base}`)),
      [],
      url,
    );
    t.equal((await app.inject(base + url)).body, body, 'the same where the proxy passes the path on');
    t.equal((await app.inject(hrefs[0] as string)).statusCode, 200, String(hrefs[0]));
  }
  const list = await app.inject('/statements?limit=1');
  t.match(list.json().page.next, new RegExp(`^${publicUrl}/statements\\?limit=1&cursor=`));
  t.match(list.headers['link'], `<${publicUrl}/statements?`);
  t.match((await app.inject('/changes?limit=1')).json().follow, new RegExp(`^${publicUrl}/changes\\?`));
  t.match((await app.inject('/nothing')).json(), { type: `${base}/problems/unknown-route` });
  t.match((await app.inject('/')).json(), {
    documentation: `${base}/docs`,
    description: `${base}/openapi.json`,
  });
  const { facets } = (await app.inject('/statements?facets=topic&limit=1')).json();
  t.match(facets.topic, {
    other: `${base}/renditions/facets/topic`,
    next: new RegExp(`^${base}/statements/facets/topic\\?`),
  });
  t.match((await app.inject('/renditions/counts?by=speaker,mode')).json(), {
    other: `${base}/statements/counts?by=speaker,mode`,
  });
  t.match((await app.inject('/outlets/xinhua')).json(), {
    organization: `${base}/organizations/xinhua`,
    profile: `${base}/outlets/xinhua/profile`,
  });
  const searched = (await app.inject('/statements?q=peace&limit=1')).json();
  t.match(
    searched.data[0].highlights[0].path,
    /^\/(?:renditions|gist|name)/,
    'a JSON pointer is no path of a URL',
  );
});

t.test('other formats, redirects and the description', async (t) => {
  const { app } = await appUnder(t);
  t.match((await app.inject('/people?format=jsonld')).body, `"@id":"${publicUrl}/people/`);
  const feed = (await app.inject('/statements?format=atom')).body;
  t.match(feed, `href="${publicUrl}/statements/`);
  const elsewhere = await testApp(t);
  const idOf = (xml: string): string | undefined => /<id>([^<]*)/.exec(xml)?.[1];
  t.equal(
    idOf(feed),
    idOf((await elsewhere.app.inject('/statements?format=atom')).body),
    'the same feed on any host',
  );
  const records = (await app.inject('/dataset.ndjson')).body;
  t.equal(records, (await elsewhere.app.inject('/dataset.ndjson')).body, 'records stay as they are');
  t.match((await app.inject('/openapi.json')).json(), { servers: [{ url: publicUrl }] });
  t.match((await app.inject('/openapi.yaml')).body, `url: ${publicUrl}`);
  const oembed = await app.inject(
    `/oembed?url=${encodeURIComponent(`${publicUrl}/statements/putin-good-direct-contacts`)}`,
  );
  t.match(oembed.json().html, `src="${publicUrl}/statements/putin-good-direct-contacts/embed`);
  const docs = await app.inject('/docs');
  t.ok(!/ (?:href|src)="\/(?!our\/record\/)/.test(docs.body), 'Swagger UI');
});

/** Every list in every format, and what else answers with links. */
const linking = [
  ...listRoutes.flatMap(({ path, formats }) =>
    formats.map((format) => `${path}${mark(path)}format=${format}&limit=5`),
  ),
  ...listRoutes.flatMap(({ path, formats }) =>
    formats.includes('csv') ? [`${path}${mark(path)}format=csv&limit=5&fields=id,href`] : [],
  ),
  '/statements?format=csv&fields=href,speakers.href,comparison.href,renditions.source.href',
  '/outlets?format=csv&fields=href,organization,profile,statements.outlet.href',
  '/changes?format=csv',
  '/statements/putin-good-direct-contacts',
  '/statements/putin-good-direct-contacts/comparison',
  '/statements/counts?by=speaker,mode',
  '/statements/facets/topic?limit=1',
  '/dataset',
  '/problems',
];

function mark(path: string): string {
  return path.includes('?') ? '&' : '?';
}

/** Paths of collections that begin a value: after a quotation mark, a comma, a line end, or another value of a CSV cell. */
const bare = new RegExp(`(?<=["',|\\n(])/(?:${collections.join('|')})(?=[/?])[^"',|\\s]*`, 'g');

t.test('every format: no path of the API is without the base', async (t) => {
  const { app } = await appUnder(t);
  for (const url of linking) {
    const { body, statusCode } = await app.inject(url);
    t.equal(statusCode, 200, url);
    t.same([...new Set(body.match(bare) ?? [])], [], url);
  }
  const { body } = await app.inject('/changes?format=csv&limit=1');
  t.match(body, new RegExp(`,${base}/claims/`));
});

t.test('tools for agents, hints, redirects and pages of Swagger UI', async (t) => {
  const { app } = await appUnder(t);
  t.match((await app.inject('/peopel')).json(), { hint: `${base}/people` });
  const called = await app.inject({
    method: 'POST',
    url: '/mcp',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
    payload: {
      ...{ jsonrpc: '2.0', id: 1, method: 'tools/call' },
      params: { name: 'profile_outlet', arguments: { outlet: 'xinhua' } },
    },
  });
  t.match(called.body, `${base}/outlets/xinhua/profile`);
  t.match((await app.inject('/llms.txt')).body, `(${publicUrl}/statements?`);
  const small = (await app.inject('/openapi.json?profile=small')).json();
  t.match(small.servers, [{ url: publicUrl }]);
  for (const path of ['/docs', '/docs/']) {
    const { headers } = await app.inject(path);
    if (headers.location !== undefined) t.match(headers.location, new RegExp(`^${base}/docs`), path);
  }
});

t.test('pages', async (t) => {
  const { app } = await appUnder(t);
  const headers = { accept: 'text/html' };
  for (const url of [
    '/',
    '/statements',
    '/people/putin',
    '/statements/putin-good-direct-contacts/comparison',
    '/nothing',
  ]) {
    const { body } = await app.inject({ url, headers });
    const paths = [...body.matchAll(/ (?:href|src|action)="(\/[^"]*)"/g)].map(([, path = '']) => path);
    t.ok(paths.length > 5, url);
    t.same(
      paths.filter((path) => !path.startsWith(`${base}/`)),
      [],
      url,
    );
    t.match(body, `<html data-base="${base}" `);
    const asset = paths.find((path) => path.includes('/assets/'));
    t.equal((await app.inject(String(asset))).statusCode, 200, String(asset));
  }
});

t.test('without a path nothing is moved', async (t) => {
  const { app } = await testApp(t, { PUBLIC_URL: 'https://record.example' });
  t.match(hrefsIn((await app.inject('/people/putin')).body)[0], /^\/people\/putin/);
});
