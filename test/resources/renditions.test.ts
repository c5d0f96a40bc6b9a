// The list of renditions agrees with the seeds, for every filter and both sorts.
import t from 'tap';
import type { Passage } from '../../src/resources/renditions/schema.ts';
import type { Statement } from '../../src/resources/statements/schema.ts';
import { testApp } from '../support/app.ts';
import { idsOf, walk } from '../support/lists.ts';
import { type SeedRendition, type SeedStatement, seeds } from '../support/seeds.ts';

type Pair = { statement: SeedStatement; rendition: SeedRendition };

const pairs: Pair[] = seeds.statement.flatMap((statement) =>
  statement.renditions.map((rendition) => ({ statement, rendition })),
);

const inOrder = [...pairs].sort(
  ({ rendition: a }, { rendition: b }) =>
    (a.source < b.source ? -1 : a.source > b.source ? 1 : 0) || a.start - b.start || (a.id < b.id ? -1 : 1),
);

/** Its publisher, or `unstated`, and the outlet that it credits. */
const outletsOf = ({ source, via }: SeedRendition): unknown[] => [
  seeds.source.find(({ id }) => id === source)?.outlet ?? 'unstated',
  via,
];

/** The ids of those that pass, in order. */
const expected = (passes: (pair: Pair) => boolean): string[] =>
  inOrder.filter(passes).map(({ rendition }) => rendition.id);

const questions: [query: string, passes: (pair: Pair) => boolean][] = [
  ['', () => true],
  ['statement=putin-good-direct-contacts', ({ statement }) => statement.id === 'putin-good-direct-contacts'],
  ['speaker=putin', ({ statement }) => statement.speakers.includes('putin')],
  [
    'speaker=بوتين,trump',
    ({ statement }) => statement.speakers.some((id) => ['putin', 'trump'].includes(id)),
  ],
  ['source=article-003', ({ rendition }) => rendition.source === 'article-003'],
  ['mode=!indirect', ({ rendition }) => rendition.mode !== 'indirect'],
  ['language=ar', ({ rendition }) => rendition.language === 'ar'],
  ['outlet=unstated', ({ rendition }) => outletsOf(rendition).includes('unstated')],
  ['outlet=cnbc', ({ rendition }) => outletsOf(rendition).includes('cnbc')],
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

t.test('an unknown id', async (t) => {
  const { ask } = await testApp(t);
  t.match((await ask('/renditions/nobody-said-so')).json(), { code: 'unknown-id', param: 'id' });
});
