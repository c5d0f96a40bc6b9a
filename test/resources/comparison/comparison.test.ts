// GET /statements/{id}/comparison: every statement of the seeds, and every way to narrow it.
import t, { type Test } from 'tap';
import type { Comparison } from '../../../src/resources/comparison/schema.ts';
import { testApp } from '../../support/app.ts';
import { bareRecords, bareStatement, fixture } from '../../support/fixture.ts';
import { isProblem } from '../../support/problems.ts';
import { type SeedRendition, type SeedStatement, seeds } from '../../support/seeds.ts';

const path = (id: string, query = ''): string => `/statements/${id}/comparison${query}`;

/** The words that stand at a place in a source, as the seeds quote them. */
function quotedAt({ quotes = [] }: SeedRendition, start: number, end: number): string | undefined {
  const quote = quotes.find((each) => each.start <= start && end <= each.end);
  return quote && [...quote.text].slice(start - quote.start, end - quote.start).join('');
}

t.test('every statement', async (t) => {
  const { get } = await testApp(t);
  for (const statement of seeds.statement) checkWhole(t, statement, await get(path(statement.id)));
});

function checkWhole(t: Test, { id, renditions }: SeedStatement, found: Comparison): void {
  const byId = new Map(renditions.map((each) => [each.id, each]));
  const quoting = renditions.filter(({ quotes = [] }) => quotes.length > 0);
  const sources = new Set(renditions.map(({ source }) => source));
  t.equal(found.statement.id, id);
  t.same(found.counts, {
    renditions: renditions.length,
    selected: renditions.length,
    compared: renditions.length,
    quoting: quoting.length,
    sources: sources.size,
  });
  t.equal(found.pairs.length, (renditions.length * (renditions.length - 1)) / 2, `${id}: every pair`);
  t.same(
    found.sources.map(({ source }) => source.id),
    [...sources].sort(),
    `${id}: every source`,
  );
  const spans = [
    ...found.renditions.flatMap(({ id, segments }) => segments.map((span) => ({ id, span }))),
    ...found.pairs.flatMap(({ left: id, stretches }) =>
      stretches.flatMap(({ left }) => left.map((span) => ({ id, span }))),
    ),
    ...found.pairs.flatMap(({ right: id, stretches }) =>
      stretches.flatMap(({ right }) => right.map((span) => ({ id, span }))),
    ),
  ];
  const wrong = spans.filter(({ id, span: { text, start, end } }) => {
    const rendition = byId.get(id);
    return rendition === undefined || quotedAt(rendition, Number(start), Number(end)) !== text;
  });
  t.same(wrong, [], `${id}: every span is what stands there`);
}

t.test('one word more', async (t) => {
  const { get } = await testApp(t);
  const found = await get<Comparison>(path('putin-good-direct-contacts'));
  t.equal(found.wording, 'different');
  t.same(found.similarity, { lowest: 0.9333, mean: 0.9555, highest: 1 });
  const [core] = found.cores;
  t.equal(
    core?.words.map(({ forms }) => forms.join('/')).join(' '),
    'أسسنا اتصالات مباشرة جيدة للغاية مع ترامب',
  );
  t.same(
    found.renditions[1]?.segments.map(({ kind, renditions, text }) => [kind, renditions, text]),
    [
      ['core', 3, 'أسسنا اتصالات مباشرة جيدة للغاية مع'],
      ['own', 1, 'الرئيس'],
      ['core', 3, 'ترامب'],
    ],
  );
  t.same(found.pairs[0]?.stretches[1]?.kind, 'added');
  t.same(
    found.sources.map(({ quotedWords, ownWords }) => [quotedWords, ownWords]),
    [
      [7, 0],
      [8, 1],
      [7, 0],
    ],
  );
});

t.test('spelling alone', async (t) => {
  const { get } = await testApp(t);
  const found = await get<Comparison>(
    path('putin-from-hostility-to-dialogue', '?source=article-000,article-002'),
  );
  t.equal(found.wording, 'spelling');
  t.equal(found.pairs[0]?.similarity, 1);
  const [spelling] = found.pairs[0]?.stretches.filter(({ kind }) => kind === 'spelling') ?? [];
  t.same([spelling?.left[0]?.text, spelling?.right[0]?.text], ['أميركا', 'أمريكا']);
});

t.test('one rendition, and none', async (t) => {
  const { get } = await testApp(t);
  const one = await get<Comparison>(path('putin-arctic-cooperation'));
  t.match(one, { wording: 'single', pairs: [], cores: [], similarity: null });
  t.same(
    one.renditions[0]?.segments.map(({ kind }) => kind),
    ['own'],
  );
  const none = await get<Comparison>(path('putin-arctic-cooperation', '?outlet=bbc'));
  t.match(none, {
    wording: 'none',
    renditions: [],
    sources: [],
    outlets: [],
    counts: { renditions: 1, selected: 0 },
  });
});

t.test('nothing quoted', async (t) => {
  const { get } = await testApp(t);
  const found = await get<Comparison>(path('putin-correct-the-course'));
  t.match(found, { wording: 'unquoted', similarity: null, cores: [] });
  t.match(found.pairs, [{ similarity: null, stemSimilarity: null, stretches: [] }]);
});

t.test('by outlet', async (t) => {
  const { get } = await testApp(t);
  const { outlets } = await get<Comparison>(path('putin-no-disruption-of-progress'));
  t.same(
    outlets.map(({ id, outlet, renditions }) => [id, outlet?.id ?? null, renditions]),
    [
      ['unstated', null, 3],
      ['bbc', 'bbc', 1],
      ['xinhua', 'xinhua', 1],
    ],
  );
  const { sources } = await get<Comparison>(path('putin-no-disruption-of-progress'));
  t.same(
    sources.map(({ via, cues }) => [via.map(({ id }) => id).join(), cues.join()]),
    [
      ['', 'أوضح'],
      ['', 'شدد'],
      ['bbc', 'حذر'],
      ['', 'حذر'],
    ],
  );
});

const narrowed: [query: string, sources: string[]][] = [
  ['?outlet=xinhua', ['article-003']],
  ['?outlet=شينخوا', ['article-003']],
  ['?outlet=unstated', ['article-000', 'article-001', 'article-002']],
  ['?outlet=!unstated', ['article-003']],
  ['?outlet=bbc,xinhua', ['article-002', 'article-003']],
  ['?outlet=bbc&outlet=unstated', ['article-000', 'article-001', 'article-002']],
  ['?outlet.all=bbc,unstated', ['article-002']],
  ['?outlet=!bbc&source=!article-000', ['article-001', 'article-003']],
  ['?source=article-001,article-003', ['article-001', 'article-003']],
  ['?source=article-001&source=article-003', ['article-001', 'article-003']],
];

t.test('narrowed to outlets and sources', async (t) => {
  const { get } = await testApp(t);
  for (const [query, sources] of narrowed) {
    const found = await get<Comparison>(path('putin-no-disruption-of-progress', encodeURI(query)));
    t.same(
      found.renditions.map(({ source }) => source.id),
      sources,
      query,
    );
    t.equal(found.counts.selected, sources.length);
  }
});

t.test('as every item', async (t) => {
  const { app, ask } = await testApp(t);
  const url = path('putin-good-direct-contacts');
  const first = await ask(url);
  const etag = String(first.headers.etag);
  t.match(etag, /^"[^"]+"$/, 'a strong validator');
  t.equal((await ask(url, { headers: { 'if-none-match': etag } })).statusCode, 304);
  t.not((await ask(`${url}?source=article-000`)).headers.etag, etag);
  t.equal((await ask(url, { method: 'HEAD' })).statusCode, 200);
  const narrow = await app.inject(`${url}?fields=wording,pairs.similarity&format=json`);
  t.same(narrow.json(), {
    wording: 'different',
    pairs: [{ similarity: 0.9333 }, { similarity: 1 }, { similarity: 0.9333 }],
  });
});

t.test('what is refused', async (t) => {
  const { ask } = await testApp(t);
  const unknown = isProblem(t, await ask(path('putin-good-direct-contact')), 'unknown-id');
  t.equal(unknown.hint, 'putin-good-direct-contacts');
  const outlet = isProblem(
    t,
    await ask(path('putin-good-direct-contacts', '?outlet=xinua')),
    'unknown-value',
  );
  t.match(outlet, { param: 'outlet', hint: 'xinhua' });
  isProblem(t, await ask(path('putin-good-direct-contacts', '?speaker=putin')), 'unknown-parameter');
  isProblem(t, await ask(path('putin-good-direct-contacts', '?fields=words')), 'unknown-value');
  isProblem(
    t,
    await ask(path('putin-good-direct-contacts'), { headers: { accept: 'text/csv' } }),
    'not-acceptable',
  );
});

/** Renditions of one source, one after another, each with its own quotes and language. */
const renditionsOf = (quotes: [language: string, text: string][]): SeedRendition[] =>
  quotes.map(([language, text], at) => ({
    id: `many-${at}`,
    source: 'paper',
    mode: 'direct',
    language,
    quotes: [{ text, start: at * 100, end: at * 100 + text.length }],
    paragraph: 1,
    start: at * 100,
    end: at * 100 + 99,
  }));

t.test('more renditions than are compared, languages, and a retired id', async (t) => {
  const records = bareRecords();
  const many = renditionsOf(Array.from({ length: 60 }, () => ['ar', 'نعم']));
  const languages = renditionsOf([
    ['ar', 'نعم'],
    ['ar-EG', 'نعم'],
    ['en', 'yes'],
  ]).map((each) => ({ ...each, id: `two-${each.id}` }));
  records.statement = [
    bareStatement('many', { renditions: many, formerly: ['several'] }),
    bareStatement('languages', { renditions: languages }),
  ];
  const { database } = await fixture(t, records);
  const { ask, get } = await testApp(t, { database });
  const found = await get<Comparison>(path('many'));
  t.match(found.counts, { renditions: 60, selected: 60, compared: 50, quoting: 50 });
  t.equal(found.wording, 'same');
  const mixed = await get<Comparison>(path('languages'));
  t.same(
    mixed.pairs.map(({ similarity }) => similarity),
    [1, null, null],
  );
  t.same(
    mixed.cores.map(({ language, renditions }) => [language, renditions]),
    [['ar', 2]],
  );
  const moved = await ask(path('several', '?source=paper'));
  t.equal(moved.statusCode, 301);
  t.equal(moved.headers.location, path('many', '?source=paper'));
  t.equal((await ask(path('several'))).headers.location, path('many'));
});
