// The seeds as they are served: every item says what its record says, in the list and alone, and the rules of the model hold.
import t from 'tap';
import { isPlaced } from '../../src/records/rules.ts';
import type { Claim } from '../../src/resources/claims/schema.ts';
import type { Statement } from '../../src/resources/statements/schema.ts';
import { testApp } from '../support/app.ts';
import { parametersOf } from '../support/examples.ts';
import { expectations, shapedLike } from '../support/expected.ts';
import { type ListBody, walk } from '../support/lists.ts';
import { seeds } from '../support/seeds.ts';

const expected = expectations(seeds);

for (const [collection, items] of Object.entries(expected)) {
  t.test(`/${collection}`, async (t) => {
    const { get } = await testApp(t);
    const pages = await walk(get, `/${collection}?limit=100`);
    const listed = new Map(pages.flatMap(({ data }) => data.map((item) => [item.id, item])));
    t.equal(listed.size, items.length, 'the list holds each record of the seeds, and no other');
    t.equal(pages[0]?.page.total, items.length, 'and says so');
    for (const item of items) {
      const id = String(item['id']);
      const body = await get<{ id: string }>(`/${collection}/${id}`);
      t.same(shapedLike(body, item), item, `${id}: as in the seeds`);
      t.same(listed.get(id), body, `${id}: the same in the list`);
    }
  });
}

t.test('fields can name any language, and what no field comes near is refused without a hint', async (t) => {
  const { ask, get } = await testApp(t);
  t.strictSame(await get('/people/putin?fields=name.ru'), { name: { ru: 'Владимир Путин' } });
  for (const fields of ['name.xx1', 'zzzzzzzzzzzzzzzzzzzz', 'qq.zz']) {
    const refused = await ask(`/people/putin?fields=${fields}`);
    t.equal(refused.statusCode, 400, fields);
  }
  t.equal((await ask('/people/putin?fields=zzzzzzzzzzzzzzzzzzzz')).json().hint, undefined);
  t.equal((await ask('/statements?month=2025-13')).statusCode, 400);
});

interface Named {
  id: string;
  name: Record<string, string>;
}

const collections = ['people', 'organizations', 'outlets', 'places', 'topics', 'events', 'sources'];

t.test('everything has a name in English and in Arabic, each in its own letters', async (t) => {
  const { get } = await testApp(t);
  for (const collection of collections) {
    const pages = await walk<Named>(get, `/${collection}?limit=100`);
    for (const { id, name } of pages.flatMap(({ data }) => data)) {
      t.match(name['en'], /[A-Za-z]/, `${collection}/${id}: English`);
      t.notMatch(name['en'], /\p{Script=Arabic}/u, `${collection}/${id}: English without Arabic letters`);
      t.match(name['ar'], /\p{Script=Arabic}/u, `${collection}/${id}: Arabic`);
      t.same(Object.keys(name).slice(0, 2), ['en', 'ar'], `${collection}/${id}: these two first`);
    }
  }
});

t.test('statements', async (t) => {
  const { get } = await testApp(t);
  const pages = await walk<Statement>(get, '/statements?limit=100');
  const statements = pages.flatMap(({ data }) => data);
  const spans = new Map(seeds.source.map(({ id, paragraphs }) => [id, paragraphs]));
  for (const { id, gist, speakers, topics, renditions, reported } of statements) {
    t.ok(speakers.length > 0 && topics.length > 0 && renditions.length > 0, `${id}: said, about something`);
    t.ok(topics.length <= 4, `${id}: four topics at most`);
    t.match(gist['ar'] ?? '', /\p{Script=Arabic}/u, `${id}: in Arabic`);
    t.match(gist['en'] ?? '', /^'?[A-Z].*[.?!]$/, `${id}: a sentence in English`);
    t.equal(reported.renditions, renditions.length, `${id}: counted`);
    const placed = renditions.filter(isPlaced);
    t.equal(placed.length, renditions.length, `${id}: each has a place`);
    for (const { id: rendition, source, paragraph, start, end, mode, quotes } of placed) {
      const { start: first = Infinity, end: last = 0 } = spans.get(source.id)?.[paragraph - 1] ?? {};
      t.ok(first <= start && start < end && end <= last, `${rendition}: lies in its paragraph`);
      t.equal(mode === 'indirect', quotes.length === 0, `${rendition}: quotes, unless it is indirect`);
      for (const { text, start: first, end: last } of quotes) {
        const [from, to] = [Number(first), Number(last)];
        t.equal([...text].length, to - from, `${rendition}: a quotation as long as its span`);
        t.ok(start <= from && to <= end, `${rendition}: a quotation inside the passage`);
      }
    }
  }
  const shared = statements.filter(({ reported }) => reported.sources > 1).length;
  t.ok(
    shared >= statements.length / 3,
    `a third is reported by more than one source: ${shared} of ${statements.length}`,
  );
  const utterances = statements.reduce((sum, { renditions }) => sum + renditions.length, 0);
  t.ok(utterances > 100, `well over a hundred utterances: ${utterances}`);
});

t.test('nothing is invented', async (t) => {
  const { get } = await testApp(t);
  const { data } = await get<ListBody<{ id: string; outlet: unknown; publishedOn: unknown }>>('/sources');
  const unstated = data.filter(({ outlet }) => outlet === null).map(({ id }) => id);
  t.same(
    unstated,
    ['article-000', 'article-001', 'article-002', 'article-004'],
    'no publisher where none is named',
  );
  const undated = data.filter(({ publishedOn }) => publishedOn === null).map(({ id }) => id);
  t.same(undated, ['article-000', 'article-001', 'article-004'], 'no date where none is given');
});

t.test('claims', async (t) => {
  const { get } = await testApp(t);
  const pages = await walk<Claim>(get, '/claims?limit=100');
  const types = new Map<string, Set<string>>();
  for (const { id, event, attribute, value } of pages.flatMap(({ data }) => data)) {
    const key = `${event.id} ${attribute}`;
    types.set(key, (types.get(key) ?? new Set()).add(value.type));
    t.ok(value.value !== null && value.value !== '', `${id}: has a value`);
  }
  for (const [key, values] of types)
    t.equal(values.size, 1, `${key}: of one type, so that it can be compared`);
  const lengths = await walk<Claim>(get, '/claims?attribute=duration&event=alaska-2025');
  const said = new Set(lengths.flatMap(({ data }) => data.map(({ value }) => JSON.stringify(value.value))));
  t.ok(said.has('"PT2H45M"') && said.has('"PT3H"'), 'the length of the talks, as two sources have it');
});

t.test('every value of every facet answers with the count that the database states', async (t) => {
  const { get, database } = await testApp(t);
  const terms = database.prepare('SELECT collection, facet, value, documents FROM term').all() as {
    collection: string;
    facet: string;
    value: string;
    documents: number;
  }[];
  const asked = terms.filter(({ collection, facet }) =>
    parametersOf(`/${collection}`).some(({ name }) => name === facet),
  );
  t.ok(asked.length > 300, 'there are many');
  for (const { collection, facet, value, documents } of asked) {
    const url = `/${collection}?${facet}=${encodeURIComponent(value)}&limit=1`;
    t.equal((await get<ListBody>(url)).page?.total, documents, url);
  }
});
