// The routes about the service: the root, health, the dataset, the catalogue of problems, and the media types of all of them.
import Sqlite from 'better-sqlite3';
import t from 'tap';
import { problemCodes } from '../../../src/http/problems/codes.ts';
import { release } from '../../../src/project.ts';
import { emptyDatabase } from '../../../src/sqlite/open.ts';
import { testApp } from '../../support/app.ts';
import { description } from '../../support/contract.ts';
import { bareRecords, bareStatement, fixture } from '../../support/fixture.ts';
import type { ListBody } from '../../support/lists.ts';
import { isProblem } from '../../support/problems.ts';
import { outletsOf, seeds } from '../../support/seeds.ts';

interface Index {
  name: string;
  release: string;
  documentation: string;
  description: string;
  routes: { path: string; summary: string; example: string }[];
}

/** What browsers send. */
const browsers = [
  'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
  'text/html, application/json;q=0.5',
  'text/html',
];

const programs = [undefined, '*/*', 'application/json', 'application/json, text/html;q=0.5'];

t.test('a browser gets the home page', async (t) => {
  const { ask } = await testApp(t);
  for (const accept of browsers) {
    const response = await ask('/', { headers: { accept } });
    t.equal(response.statusCode, 200, accept);
    t.match(response.headers['content-type'], 'text/html', accept);
    t.match(response.headers['vary'], /accept/i, `${accept}: a cache must not mix the two up`);
  }
});

/** The paths of operations that answer with JSON, or with a file. */
const jsonPaths = Object.entries(description.paths ?? {})
  .filter(([, item]) => !item?.get?.tags?.includes('Formats'))
  .map(([path]) => path)
  .sort();

t.test('a program gets every route, as the description has them', async (t) => {
  const { ask } = await testApp(t);
  for (const accept of programs) {
    const response = await ask('/', { headers: accept === undefined ? {} : { accept } });
    const index = response.json<Index>();
    t.match(index, { name: 'Summit Record', release, documentation: '/docs', description: '/openapi.json' });
    t.same(index.routes.map(({ path }) => path).sort(), jsonPaths, 'every one');
    t.ok(
      index.routes.every(({ summary }) => summary.length > 5),
      'each with what it does',
    );
    t.match(response.headers['vary'], /accept/i);
  }
});

t.test('with data', async (t) => {
  const { ask } = await testApp(t);
  t.same((await ask('/health/live')).json(), { status: 'live' });
  t.match((await ask('/health/ready')).json(), { status: 'ready', version: /^[0-9a-f]{16}$/, notice: null });
});

t.test('with answers that another release derived it is ready, and says what to do', async (t) => {
  const { database } = await fixture(t, bareRecords());
  const changed = new Sqlite(database);
  changed.exec("UPDATE dataset SET derivation = '0.0.9, format 1, Unicode 15.0'");
  changed.close();
  const { ask } = await testApp(t, { database });
  t.match((await ask('/health/ready')).json(), {
    status: 'ready',
    notice:
      /derived by 0\.0\.9, format 1, Unicode 15\.0, and this is .*; derive them anew with: npm run ingest/,
  });
});

t.test('without data it lives, but is not ready', async (t) => {
  const { ask } = await testApp(t, { database: emptyDatabase() });
  t.equal((await ask('/health/live')).statusCode, 200);
  const { detail } = isProblem(t, await ask('/health/ready'), 'not-ready');
  t.match(detail, /npm run ingest/, 'and says what to do');
});

t.test('with a database that broke it lives, but is not ready', async (t) => {
  const { ask, database } = await testApp(t, {});
  database.close();
  t.equal((await ask('/health/live')).statusCode, 200);
  const { detail } = isProblem(t, await ask('/health/ready'), 'not-ready');
  t.equal(detail, 'the database cannot be read', 'and says no more than that');
});

interface Dataset {
  version: string;
  ingestedAt: string;
  licence: string;
  collections: Record<string, { count: number; href: string }>;
}

t.test('every count is that of the seeds, and of the list it leads to', async (t) => {
  const { get } = await testApp(t);
  const { collections, licence, version } = await get<Dataset>('/dataset');
  const counted = Object.fromEntries(Object.entries(collections).map(([name, { count }]) => [name, count]));
  t.match(counted, {
    statements: seeds.statement.length,
    people: seeds.person.length,
    organizations: seeds.organization.length,
    outlets: outletsOf(seeds).length,
    places: seeds.place.length,
    topics: seeds.topic.length,
    events: seeds.event.length,
    sources: seeds.source.length,
    claims: seeds.claim.length,
  });
  for (const [name, { count, href }] of Object.entries(collections)) {
    t.equal((await get<ListBody>(href)).page.total, count, name);
  }
  t.equal(licence, 'CC0-1.0');
  t.match(version, /^[0-9a-f]{16}$/);
  t.equal(
    (await get<{ version: string }>('/health/ready')).version,
    version,
    'readiness names the same version',
  );
});

t.test('the version tells contents apart, and when they were loaded', async (t) => {
  const records = { ...bareRecords(), statement: [bareStatement('first')] };
  const { database, load } = await fixture(t, records);
  const { get } = await testApp(t, { database });
  const before = await get<Dataset>('/dataset');
  await load(records);
  t.same(await get<Dataset>('/dataset'), before, 'loading the same again changes nothing');
  await load({ ...records, statement: [] });
  const after = await get<Dataset>('/dataset');
  t.not(after.version, before.version);
  t.ok(after.ingestedAt > before.ingestedAt, 'and it is newer');
  t.match(after.collections['statements'], { count: 0 });
  await load(records);
  t.equal((await get<Dataset>('/dataset')).version, before.version, 'the same content has the same version');
});

t.test('every code has a page with a way out', async (t) => {
  const { get } = await testApp(t);
  const { data } = await get<{ data: { code: string; wayOut: string }[] }>('/problems');
  t.same(
    data.map(({ code }) => code),
    Object.keys(problemCodes),
  );
  for (const page of data) {
    t.same(await get(`/problems/${page.code}`), page, page.code);
    t.ok(page.wayOut.length > 10, `${page.code}: says what to do`);
  }
});

t.test('an unknown code', async (t) => {
  const { ask } = await testApp(t);
  for (const code of ['nothing', 'toString', '__proto__', 'unknown-i']) {
    isProblem(t, await ask(`/problems/${code}`), 'unknown-id', code);
  }
});

t.test('what cannot be accepted is refused with what can', async (t) => {
  const { ask } = await testApp(t);
  for (const url of [
    '/health/live',
    '/health/ready',
    '/problems',
    '/problems/unknown-id',
    '/dataset',
    '/search?q=putin',
  ]) {
    const refused = await ask(url, { headers: { accept: 'image/png' } });
    t.equal(refused.statusCode, 406, url);
    t.match(refused.json(), { code: 'not-acceptable', allowed: ['application/json'] });
    t.equal((await ask(url, { headers: { accept: '*/*' } })).statusCode, 200, url);
  }
});

t.test('the root and the guide for agents lead to everything by requests that work', async (t) => {
  const { ask, get } = await testApp(t);
  const { routes } = await get<Index>('/');
  for (const { path, example } of routes) {
    t.notMatch(example, /[{}]/, path);
    t.equal((await ask(example)).statusCode, 200, example);
  }
  const guide = await ask('/llms.txt', { headers: { host: 'record.example' } });
  t.match(guide.headers['content-type'], /^text\/plain; charset=utf-8$/);
  t.match(guide.body, /^# Summit Record\n\n> /, 'as llmstxt.org has it');
  t.ok(Buffer.byteLength(guide.body) < 12_000, `${Buffer.byteLength(guide.body)} bytes`);
  const links = [...guide.body.matchAll(/\]\(http:\/\/record\.example([^)]+)\)/g)].map(([, path]) =>
    String(path),
  );
  for (const { example } of routes) t.ok(links.includes(example), `${example} is in the guide`);
  for (const link of links) t.equal((await ask(link)).statusCode, 200, link);
});
