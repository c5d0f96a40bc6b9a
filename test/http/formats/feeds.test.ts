// Feeds: checked by the JSON Schema of JSON Feed, by a strict XML parser, and by a feed reader's parsers.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { SaxesParser } from 'saxes';
import t from 'tap';
import { atom } from '../../../src/http/formats/feeds/atom.ts';
import { jsonFeed } from '../../../src/http/formats/feeds/json-feed.ts';
import { entryOf } from '../../../src/resources/statements/feed-entry.ts';
import type { Statement } from '../../../src/resources/statements/schema.ts';
import { type TestApp, testApp } from '../../support/app.ts';
import { bareRecords, bareStatement, fixture } from '../../support/fixture.ts';
import { idsOf, pathOf } from '../../support/lists.ts';

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const schemaFile = createRequire(import.meta.url).resolve('jsonfeed-schema/schema-v1.1.json');
const isJsonFeed = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));

/** Parses as strictly as XML 1.0 with namespaces asks; throws where anything is not well-formed. */
function wellFormed(xml: string): string[] {
  const parser = new SaxesParser({ xmlns: true });
  const elements: string[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ uri, local }) => elements.push(`${uri} ${local}`));
  parser.write(xml).close();
  return elements;
}

/** RFC 3339 date-times, with an offset. */
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

const questions = [
  '',
  'speaker=putin',
  'mode=direct&sort=-renditions',
  'speaker=بوتين',
  'source=article-003&limit=100',
];

t.test('JSON Feed 1.1', async (t) => {
  const { ask, get } = await testApp(t);
  const { ingestedAt } = await get<{ ingestedAt: string }>('/dataset');
  for (const question of questions) {
    const response = await ask(`/statements?${question}&format=jsonfeed`);
    t.equal(response.headers['content-type'], 'application/feed+json');
    t.ok(isJsonFeed(response.json()), question);
    t.same(isJsonFeed.errors ?? [], []);
    const feed = parseJsonFeed(response.body);
    const statements = (await ask(`/statements?${question}`)).json<{ data: Statement[] }>().data;
    for (const [at, statement] of statements.entries()) {
      const item = feed.items?.[at];
      t.match(item?.id, /^urn:uuid:/);
      t.equal(item?.url, `http://localhost:80${statement.href}`);
      t.equal(
        item?.title,
        `${statement.speakers.map(({ name }) => name['en']).join(', ')}: ${statement.gist['en']}`,
      );
      t.same(
        item?.tags,
        statement.topics.map(({ name }) => name['en']),
      );
      t.equal(
        item?.date_published,
        ingestedAt,
        'when the record got it, not midnight of the day in some zone',
      );
      const day = `<time datetime="${statement.saidOn}">${statement.saidOn}</time>`;
      t.equal(item?.content_html?.includes(day), statement.saidOn !== null);
    }
  }
});

t.test('Atom', async (t) => {
  const { ask } = await testApp(t);
  const ids = new Map<string, string | undefined>();
  for (const question of questions) {
    const response = await ask(`/statements?${question}&format=atom`);
    t.equal(response.headers['content-type'], 'application/atom+xml; charset=utf-8');
    const elements = wellFormed(response.body);
    t.equal(elements[0], 'http://www.w3.org/2005/Atom feed');
    t.match(response.body, /<feed [^>]*xml:lang="en"/);
    const feed = parseAtomFeed(response.body);
    t.match(feed, { id: /^urn:uuid:[0-9a-f-]{36}$/, title: { value: /^Statements/ }, updated: moment });
    ids.set(question, feed.id);
    t.same(feed.links?.map(({ rel }) => rel).slice(0, 2), ['self', 'alternate']);
    for (const entry of feed.entries ?? []) {
      t.match(entry, {
        id: /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-/,
        updated: moment,
      });
      t.ok(entry.authors?.length, 'someone said it');
      t.match(entry.links, [
        { rel: 'alternate', type: 'text/html', href: /^http:\/\/localhost:80\/statements\// },
      ]);
      t.equal(entry.links?.length, 1, 'nothing that a reader could take for the address instead');
      t.match(entry.content, { type: 'html', value: /^<p lang="en" dir="auto">/ });
    }
  }
  t.equal(ids.get('speaker=بوتين'), ids.get('speaker=putin'), 'the same question has the same feed');
  t.equal(new Set(ids.values()).size, questions.length - 1, 'each other one a feed of its own');
});

t.test('the pages of a feed are one feed', async (t) => {
  const { ask } = await testApp(t);
  const first = parseAtomFeed((await ask('/statements?format=atom&limit=50')).body);
  const next = first.links?.find(({ rel }) => rel === 'next')?.href;
  const second = parseAtomFeed((await ask(pathOf(String(next)))).body);
  t.equal(second.id, first.id);
  t.notOk(second.links?.some(({ rel }) => rel === 'next'));
  const entries = [...(first.entries ?? []), ...(second.entries ?? [])].map(({ id }) => id);
  t.equal(new Set(entries).size, 91);
  const elsewhere = await ask('/statements?format=atom&limit=50', { headers: { host: 'record.example' } });
  t.same(
    parseAtomFeed(elsewhere.body).entries?.map(({ id }) => id),
    first.entries?.map(({ id }) => id),
    'the ids outlive a move to another host',
  );
  const idsAt = async (host: string): Promise<unknown> => {
    const { body } = await ask('/statements?format=jsonfeed', { headers: { host } });
    return parseJsonFeed(body).items?.map(({ id }) => id);
  };
  t.same(await idsAt('record.example'), await idsAt('other.example'));
});

t.test('texts that could break a feed', async (t) => {
  const { get } = await testApp(t);
  const [statement] = (await get<{ data: Statement[] }>('/statements?limit=1')).data;
  const odd = 'a\u0007b\u202Ec\u2066d & <e> "f" ]]> \u0085g\uFFFEh\uD83D 😀';
  const bodies = [
    { ...statement, gist: { en: odd, ar: odd } },
    { ...statement, saidOn: null },
  ];
  const answer = {
    bodies: bodies.map((body) => Buffer.from(JSON.stringify(body))),
    total: 2,
    limit: 2,
    next: null,
    self: 'http://localhost/statements?q=%07%3Cb%3E&format=atom',
    origin: 'http://localhost',
    updated: '2025-09-01T12:00:00.000Z',
    languages: [],
    beside: {},
  };
  const source = { title: { en: 'Statements' }, entryOf };
  const xml = atom(source).page(answer).toString();
  wellFormed(xml);
  const feed = parseAtomFeed(xml);
  t.equal(feed.title?.value, 'Statements, q=<b>');
  const [entry, undated] = feed.entries ?? [];
  t.match(entry?.title?.value, /: abcd & <e> "f" \]\]> gh\uFFFD 😀$/);
  t.match(entry?.content?.value, 'abcd &#38; &#60;e&#62; &#34;f&#34; ]]&#62; gh\uFFFD 😀');
  t.notMatch(undated?.content?.value, '<time', 'nothing is invented');
  const json = JSON.parse(jsonFeed(source).page(answer).toString());
  t.ok(isJsonFeed(json));
  t.equal(json.items[0].title, entry?.title?.value);
});

/** Titles of the entries of a feed with their moments, as a reader shows them. */
async function entriesOf({ ask }: Pick<TestApp, 'ask'>, url: string) {
  const { entries = [] } = parseAtomFeed((await ask(url)).body);
  return entries.map(({ title, published, updated, links, id }) => ({
    ...{ title: title?.value, published, updated, id, href: links?.[0]?.href },
  }));
}

t.test('what is new comes first, whatever its day, and changes no other entry', async (t) => {
  const records = bareRecords();
  records.statement = ['one', 'two', 'three'].map((id) => bareStatement(id, { saidOn: '2025-08-15' }));
  const { database, load } = await fixture(t, records);
  const app = await testApp(t, { database });
  const before = await entriesOf(app, '/statements?format=atom');
  t.equal(before.length, 3);
  const [first] = records.statement;
  const old = bareStatement('old', { saidOn: '1999-01-01' });
  await load({ ...records, statement: [...records.statement, old] });
  const after = await entriesOf(app, '/statements?format=atom');
  t.match(after[0], { href: /\/statements\/old$/ }, 'the newest addition is first');
  t.same(after.slice(1), before, 'and the others are as they were');
  t.ok(String(after[0]?.published) > String(before[0]?.published));
  t.equal(after[0]?.updated, after[0]?.published);
  await load({
    ...records,
    statement: [{ ...first, saidOn: null }, ...records.statement.slice(1), old] as never,
  });
  const later = await entriesOf(app, '/statements?format=atom');
  const changed = later.filter(
    ({ id, updated }) => after.find((each) => each.id === id)?.updated !== updated,
  );
  t.match(changed, [{ href: /\/statements\/one$/, published: before[0]?.published }]);
  t.match(later[0], { href: /\/statements\/old$/ }, 'a change does not make it new');
  const ids = async (sort: string, limit: number): Promise<string[]> =>
    idsOf(app.get, `/statements?sort=${sort}&limit=${limit}`);
  const newest = await ids('-added', 1);
  t.same(newest, ['old', 'three', 'two', 'one']);
  t.same(await ids('added', 3), newest.toReversed());
  t.same(await ids('-added', 2), newest);
  t.notSame(await ids('-saidOn', 1), newest);
});

t.test('changes as a feed', async (t) => {
  const records = bareRecords();
  records.statement = ['one', 'two'].map((id) => bareStatement(id));
  const { database, load } = await fixture(t, records);
  const app = await testApp(t, { database });
  const { at } = await app.get<{ at: string }>('/changes?limit=1');
  const url = '/changes?collection=statements,people&format=atom';
  const before = await entriesOf(app, url);
  t.same(
    before.map(({ title }) => String(title).slice(0, 6)),
    before.map(() => 'Added:'),
  );
  const [one] = records.statement;
  await load({ ...records, statement: [{ ...one, gist: { en: 'Other words.', ar: 'كلام آخر' } }] as never });
  const after = await entriesOf(app, url);
  t.match(after.map(({ title, href }) => `${title} ${href}`).slice(0, 2), [
    /^Removed: two http:\/\/localhost:80\/statements$/,
    /^Changed: Vladimir Putin: Other words. http:\/\/localhost:80\/statements\/one$/,
  ]);
  t.ok(
    after
      .slice(2)
      .every(({ title, updated }) => title?.startsWith('Changed: ') || updated === before[0]?.updated),
  );
  t.same((await entriesOf(app, `${url}&since=${encodeURIComponent(at)}`)).slice(0, 2), after.slice(0, 2));
  const whole = await entriesOf(app, '/changes?format=atom&limit=100');
  const paged: unknown[] = [];
  for (let next: string | undefined = '/changes?format=atom&limit=2'; next !== undefined; ) {
    paged.push(...(await entriesOf(app, next)));
    const link: string | undefined = /<([^>]*)>; rel="next"/.exec(
      String((await app.ask(next)).headers['link']),
    )?.[1];
    next = link && pathOf(link);
  }
  t.same(paged, whole);
  t.equal(new Set(whole.map(({ id }) => id)).size, whole.length);
  const json = await app.ask('/changes?format=jsonfeed');
  t.ok(isJsonFeed(json.json()));
  t.same(
    json.json().items.map(({ id }: { id: string }) => id),
    whole.slice(0, 20).map(({ id }) => id),
  );
});

t.test('what is said of each report', async (t) => {
  const { ask } = await testApp(t);
  const feed = (await ask('/statements?format=jsonfeed&source=article-003&mode=direct')).json();
  const html = feed.items.map((item: { content_html: string }) => item.content_html).join('\n');
  t.match(
    html,
    /<li><a href="http:\/\/localhost:80\/renditions\/[a-z0-9-]+">[^<]+<\/a>, Xinhua, direct<blockquote lang="ar"/,
  );
  const credited = (await ask('/statements?format=jsonfeed&outlet=cnbc')).json();
  t.match(credited.items[0].content_html, /, via CNBC, /);
  const arabic = (await ask('/statements?format=jsonfeed&source=article-003&mode=direct&lang=ar')).json();
  t.match(arabic, { title: /^التصريحات, source=article-003/, language: 'ar' });
  t.match(arabic.items[0], { language: 'ar', content_html: /<div lang="ar" dir="rtl">.*<p>قيل في <time/ });
  t.match(arabic.items[0].content_html, /، شينخوا، (?:مباشر|مقتبس جزئيا|غير مباشر)</);
});

t.test('autodiscovery', async (t) => {
  const { ask } = await testApp(t);
  const linksOf = async (url: string): Promise<string> => String((await ask(url)).headers['link']);
  t.equal(
    await linksOf('/statements?speaker=putin&limit=100&sort=saidOn'),
    [
      '<http://localhost:80/statements?speaker=putin&format=jsonfeed>; rel="alternate"; type="application/feed+json"',
      '<http://localhost:80/statements?speaker=putin&format=atom>; rel="alternate"; type="application/atom+xml"',
    ].join(', '),
  );
  t.match(await linksOf('/statements?limit=1'), /rel="alternate".*rel="alternate".*rel="next"/);
  t.equal(await linksOf('/people?limit=100'), 'undefined', 'people have no feed');
  t.notMatch(await linksOf('/statements?format=atom'), 'alternate');
  t.match(await linksOf('/'), /<http:\/\/localhost:80\/statements\?format=atom>; rel="alternate"/);
  t.equal(
    await linksOf(`/statements?limit=100&mention=${'putin,'.repeat(170)}putin`),
    'undefined',
    'not for ever longer',
  );
});
