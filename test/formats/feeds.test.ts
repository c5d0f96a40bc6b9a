// Feeds: checked by the JSON Schema of JSON Feed, by a strict XML parser, and by a feed reader's parsers.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { SaxesParser } from 'saxes';
import t from 'tap';
import { atom } from '../../src/http/formats/feeds/atom.ts';
import { jsonFeed } from '../../src/http/formats/feeds/json-feed.ts';
import { entryOf } from '../../src/resources/statements/feed-entry.ts';
import type { Statement } from '../../src/resources/statements/schema.ts';
import { testApp } from '../support/app.ts';
import { pathOf } from '../support/lists.ts';

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
  const { ask } = await testApp(t);
  for (const question of questions) {
    const response = await ask(`/statements?${question}&format=jsonfeed`);
    t.equal(response.headers['content-type'], 'application/feed+json');
    t.ok(isJsonFeed(response.json()), question);
    t.same(isJsonFeed.errors ?? [], []);
    const feed = parseJsonFeed(response.body);
    const statements = (await ask(`/statements?${question}`)).json<{ data: Statement[] }>().data;
    for (const [at, statement] of statements.entries()) {
      const item = feed.items?.[at];
      t.equal(item?.id, `http://localhost:80${statement.href}`);
      t.equal(
        item?.title,
        `${statement.speakers.map(({ name }) => name.en).join(', ')}: ${statement.gist.en}`,
      );
      t.same(
        item?.tags,
        statement.topics.map(({ name }) => name.en),
      );
      t.equal(item?.date_published, statement.saidOn === null ? undefined : `${statement.saidOn}T00:00:00Z`);
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
    beside: {},
  };
  const source = { title: 'Statements', entryOf };
  const xml = atom(source).page(answer).toString();
  wellFormed(xml);
  const feed = parseAtomFeed(xml);
  t.equal(feed.title?.value, 'Statements, q=<b>');
  const [entry, undated] = feed.entries ?? [];
  t.match(entry?.title?.value, /: abcd & <e> "f" \]\]> gh\uFFFD 😀$/);
  t.match(entry?.content?.value, 'abcd &#38; &#60;e&#62; &#34;f&#34; ]]&#62; gh\uFFFD 😀');
  t.notOk(undated?.published, 'nothing is invented');
  const json = JSON.parse(jsonFeed(source).page(answer).toString());
  t.ok(isJsonFeed(json));
  t.equal(json.items[0].title, entry?.title?.value);
  t.notOk('date_published' in json.items[1]);
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
});

t.test('autodiscovery', async (t) => {
  const { ask } = await testApp(t);
  const linksOf = async (url: string): Promise<string> => String((await ask(url)).headers['link']);
  t.equal(
    await linksOf('/statements?speaker=putin&limit=100&sort=saidOn'),
    [
      '<http://localhost:80/statements?speaker=putin&sort=saidOn&format=jsonfeed>; rel="alternate"; type="application/feed+json"',
      '<http://localhost:80/statements?speaker=putin&sort=saidOn&format=atom>; rel="alternate"; type="application/atom+xml"',
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
