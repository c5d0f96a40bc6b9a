// The list of renditions agrees with the seeds, for every filter and both sorts.
import t from 'tap';
import type { Profile } from '../../src/resources/outlets/profile-schema.ts';
import type { Passage } from '../../src/resources/renditions/schema.ts';
import type { Statement } from '../../src/resources/statements/schema.ts';
import { testApp } from '../support/app.ts';
import { idsOf, type ListBody, walk } from '../support/lists.ts';
import { type Condition, type Facets, renditionFacets, satisfies } from '../support/oracle.ts';
import { outletsOf, type SeedRendition, type SeedStatement, seeds } from '../support/seeds.ts';

type Pair = { statement: SeedStatement; rendition: SeedRendition };

const pairs: Pair[] = seeds.statement.flatMap((statement) =>
  statement.renditions.map((rendition) => ({ statement, rendition })),
);

const inOrder = [...pairs].sort(
  ({ rendition: a }, { rendition: b }) =>
    (a.source < b.source ? -1 : a.source > b.source ? 1 : 0) || a.start - b.start || (a.id < b.id ? -1 : 1),
);

/** The ids of those that pass, in order. */
const expected = (passes: (pair: Pair) => boolean): string[] =>
  inOrder.filter(passes).map(({ rendition }) => rendition.id);

const facetsOf = new Map(
  pairs.map(({ statement, rendition }) => [rendition.id, renditionFacets(seeds, statement, rendition)]),
);

/** Whether one and the same rendition has all of the values. */
const having =
  (...conditions: Condition[]) =>
  ({ rendition }: Pair): boolean =>
    satisfies(facetsOf.get(rendition.id) as Facets, conditions);

const sourcesOf = ({ renditions }: SeedStatement): number =>
  new Set(renditions.map(({ source }) => source)).size;

const questions: [query: string, passes: (pair: Pair) => boolean][] = [
  ['', () => true],
  ['statement=putin-good-direct-contacts', ({ statement }) => statement.id === 'putin-good-direct-contacts'],
  ['speaker=بوتين,trump', having(['speaker', 'putin,trump'])],
  ['source=article-003', having(['source', 'article-003'])],
  ['mode=!indirect', having(['mode', '!indirect'])],
  ['language=ar', having(['language', 'ar'])],
  ['outlet=unstated', having(['outlet', 'unstated'])],
  ['outlet=cnbc', having(['outlet', 'cnbc'])],
  ['publisher=xinhua&mode=direct', having(['publisher', 'xinhua'], ['mode', 'direct'])],
  ['publisher=unstated&via=bbc', having(['publisher', 'unstated'], ['via', 'bbc'])],
  ['via=!bbc', having(['via', '!bbc'])],
  ['cue=أكد,قال&speaker=putin', having(['cue', 'أكد,قال'], ['speaker', 'putin'])],
  ['topic=peace-settlement', having(['topic', 'peace-settlement'])],
  ['place=alaska&event=alaska-2025', having(['place', 'alaska'], ['event', 'alaska-2025'])],
  ['addressee=trump', having(['addressee', 'trump'])],
  ['mention=zelensky', having(['mention', 'person/zelensky'])],
  ['country=RU&month=2025-08', having(['country', 'RU'], ['month', '2025-08'])],
  [
    'since=2025-08-15&outlet=!xinhua',
    (pair) => String(pair.statement.saidOn ?? '') >= '2025-08-15' && having(['outlet', '!xinhua'])(pair),
  ],
  ['until=2025-08-15', ({ statement: { saidOn } }) => saidOn != null && saidOn <= '2025-08-15'],
  ['reported=4..', ({ statement }) => sourcesOf(statement) >= 4],
];

t.test('filters', async (t) => {
  const { get } = await testApp(t);
  for (const [query, passes] of questions) {
    const ids = expected(passes);
    t.ok(ids.length > 0, `${query} asks for something`);
    t.same(await idsOf(get, `/renditions?${query}`), ids, query);
    t.same(
      await idsOf(get, `/renditions?${query}&sort=-source&limit=7`),
      ids.reverse(),
      `${query}, reversed`,
    );
  }
});

t.test('each is the one that stands in its statement, and has its own path', async (t) => {
  const { get } = await testApp(t);
  const statements = (await walk<Statement>(get, '/statements?limit=100')).flatMap(({ data }) => data);
  const passages = (await walk<Passage>(get, '/renditions?limit=100')).flatMap(({ data }) => data);
  t.equal(passages.length, pairs.length);
  for (const passage of passages) {
    const { statement, ...rendition } = passage;
    const whole = statements.find(({ id }) => id === statement.id);
    t.same(
      whole?.renditions.find(({ id }) => id === rendition.id),
      rendition,
      rendition.id,
    );
    const { id, href, speakers, gist, saidOn } = whole ?? {};
    t.same(statement, { id, href, speakers, gist, saidOn });
    t.same(await get(rendition.href), passage);
  }
});

t.test('a search finds the words that a passage itself quotes', async (t) => {
  const { get } = await testApp(t);
  const quoted = 'مثمر جداً';
  const found = await get<ListBody<{ id: string; highlights: { path: string }[] }>>(
    `/renditions?${new URLSearchParams({ q: `"${quoted}"`, limit: '100' })}`,
  );
  t.same(
    new Set(found.data.map(({ id }) => id)),
    new Set(
      expected(({ rendition }) => rendition.quotes?.some(({ text }) => text.includes(quoted)) ?? false),
    ),
  );
  for (const { highlights } of found.data) t.match(highlights[0]?.path, /^\/quotes\//);
  const gist = await idsOf(get, '/renditions?q=provocations');
  t.ok(gist.length > 1, 'the gist of its statement');
});

t.test('every cell of a cross table, every value of a facet and its list, against the seeds', async (t) => {
  const { get } = await testApp(t);
  for (const [one, other] of [
    ['outlet', 'mode'],
    ['speaker', 'mode'],
    ['speaker', 'source'],
    ['publisher', 'cue'],
  ] as const) {
    const counts = new Map<string, number>();
    for (const facets of facetsOf.values())
      for (const a of facets[one] ?? [])
        for (const b of facets[other] ?? []) counts.set(`${a} ${b}`, (counts.get(`${a} ${b}`) ?? 0) + 1);
    const cells = await everyCell(get, `/renditions/counts?by=${one},${other}&limit=100`);
    t.same(Object.fromEntries(cells), Object.fromEntries(counts), `${one} x ${other}`);
  }
  const xinhua = await everyCell(get, '/renditions/counts?by=speaker,mode&outlet=xinhua');
  t.equal(xinhua.get('putin direct'), 2);
  const { data } = await get<ListBody<CrossTableCell>>('/renditions/counts?by=outlet,mode&outlet=xinhua');
  for (const { count, href } of data) {
    t.match(href, /^\/renditions\?outlet=xinhua&mode=\w+$/, 'each filter once');
    t.equal((await get<ListBody>(href)).page.total, count);
  }
  const cues = await get<ListBody<{ id: string; count: number }>>('/renditions/facets/cue?limit=100');
  for (const { id, count } of cues.data) t.equal(count, expected(having(['cue', id])).length, id);
});

t.test(
  'a speech verb is found however its hamza is written, and a wrong one is refused with the nearest',
  async (t) => {
    const { get, ask } = await testApp(t);
    const asked = (cue: string) => `/renditions?${new URLSearchParams({ cue, limit: '100' })}`;
    t.same(await idsOf(get, asked('اكد')), expected(having(['cue', 'أكد'])));
    t.match((await ask(asked('أكدد'))).json(), { code: 'unknown-value', param: 'cue', hint: 'أكد' });
  },
);

t.test('profiles of outlets say what the cross table of renditions says', async (t) => {
  const { get } = await testApp(t);
  const cells = await everyCell(get, '/renditions/counts?by=outlet,mode&limit=100');
  for (const outlet of [...outletsOf(seeds).map(({ id }) => id), 'unstated']) {
    const { renditions } = await get<Profile>(`/outlets/${outlet}/profile`);
    for (const mode of ['direct', 'mixed', 'indirect'] as const) {
      t.equal(renditions[mode].count, cells.get(`${outlet} ${mode}`) ?? 0, `${outlet} ${mode}`);
      t.equal((await get<ListBody>(renditions[mode].href)).page.total, renditions[mode].count);
    }
  }
});

interface CrossTableCell {
  values: { id: string }[];
  count: number;
  href: string;
}

/** The count of each cell by its values. */
async function everyCell(get: <T>(url: string) => Promise<T>, url: string): Promise<Map<string, number>> {
  const pages = await walk<CrossTableCell>(get, url);
  return new Map(
    pages.flatMap(({ data }) =>
      data.map(({ values, count }) => [values.map(({ id }) => id).join(' '), count]),
    ),
  );
}

t.test('an unknown id', async (t) => {
  const { ask } = await testApp(t);
  t.match((await ask('/renditions/nobody-said-so')).json(), { code: 'unknown-id', param: 'id' });
});
