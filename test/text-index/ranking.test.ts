/** Holds the text index against FTS5 over random documents in several blocks, and its order against the ranking rules. */
import t from 'tap';
import { DocIdSet } from '../../src/doc-ids/doc-id-set.ts';
import type { IndexedText } from '../../src/text/indexed-text.ts';
import { parseQuery, type TextQuery } from '../../src/text/query.ts';
import { words } from '../../src/text/words.ts';
import type { Hit } from '../../src/text-index/text-index.ts';
import { chance } from '../support/random.ts';
import { ftsOf } from './fts5-oracle.ts';
import { everything, indexOf } from './test-index.ts';

const { below, one, some } = chance(4);

const ascending = (docIds: Iterable<number>): number[] => [...docIds].sort((a, b) => a - b);
const isBefore = (a: Hit, b: Hit): boolean => a.score < b.score || (a.score === b.score && a.docId < b.docId);

/** Forms of a listed word: more than a form code of one byte can tell apart. */
const many = ['', 'ال', 'وال', 'بال', 'لل', 'و', 'ب', 'ل', 'وب', 'ول', 'ف', 'فال'].flatMap((before) =>
  [
    '',
    'ه',
    'ها',
    'هم',
    'هما',
    'كم',
    'نا',
    'ي',
    'ا',
    'ين',
    'ون',
    'ان',
    'وا',
    'ات',
    'اته',
    'اتها',
    'اتهم',
    'ية',
  ]
    .concat(['يا', 'يين', 'يون', 'هن', 'ك', 'كما'])
    .map((after) => `${before}رئيس${after}`),
);

const vocabulary = [
  ...['القمة', 'قمة', 'للقمة', 'قمتهما', 'بوتين', 'لبوتين', 'محادثات', 'المحادثات'],
  ...['talk', 'talks', 'talking', 'deal', 'deals', 'F', '35', 'peace', 'news'],
];

const text = (): string =>
  Array.from({ length: 1 + below(6) }, () => (below(9) === 0 ? one(many) : one(vocabulary))).join(' ');
const texts = (most: number): string[] => Array.from({ length: below(most + 1) }, text);

/** Documents in three blocks: the first ids without gaps, so that common words are dense there; then one in 10 to 40. */
function* documents(): Generator<readonly [number, IndexedText]> {
  for (let docId = 1; docId < 3 * 65_536; docId += docId < 9_000 ? 1 : 10 + below(30)) {
    const common = below(3) > 0 ? ['common ground'] : [];
    const own = docId === 100 ? ['once more'] : below(50) === 0 ? ['ground rare'] : texts(1);
    yield [docId, { quoted: texts(2), own, names: [common, texts(2)] }];
  }
}

const queries = [
  ...[
    'common',
    'rare',
    'common rare',
    'common ground',
    '"common ground"',
    '"ground common"',
    'ground -common',
  ],
  ...[
    'القمة',
    'قمة بوتين',
    '"قمة بوتين"',
    'قمة-بوتين',
    'talks deal',
    'talks -deal',
    '-talks',
    '-"F 35" -common',
  ],
  ...[
    'F-35',
    '"F 35"',
    'F-35-35',
    'الرئيس',
    '"الرئيس"',
    'رئيسهما common',
    '"رئيسهم قمة"',
    'والرئيسية',
    'absent',
  ],
  ...[
    'commons',
    '"rare once"',
    'once',
    'talks -once',
    'talks -"once more"',
    'common -once',
    'absent talks',
    'talks -absent',
    'news common talks peace',
    'common-ground rare',
    'rare -"الرئيس"',
  ],
  ...Array.from({ length: 40 }, () =>
    some([...vocabulary, ...many, 'common', 'rare', '-common', '"common ground"', 'F-35'], 3).join(' '),
  ),
];

const made = [...documents()];

const part = { first: 5_000, last: 70_000 };

const fewDocs = DocIdSet.of(made.map(([docId]) => docId).filter(() => below(40) === 0));
const mostDocs = DocIdSet.of(made.map(([docId]) => docId).filter((docId) => docId > 70_000 || below(9) > 0));

t.test('finds what FTS5 finds, and ranks it by the rules', async (t) => {
  const { index } = indexOf(t, made);
  const fts = ftsOf(t, made);
  t.ok(new Set(many.map((form) => words(form)[0]?.stem)).size < 40, 'many forms have few stems');
  for (const typed of queries) {
    const query = parseQuery(typed) as TextQuery;
    const found = fts(query);
    const matching = ascending(found.matching);
    t.same([...index.matching(query, everything)], matching, `${typed}: all`);
    const inPart = matching.filter((docId) => docId >= part.first && docId <= part.last);
    t.same([...index.matching(query, part)], inPart, `${typed}: in a range`);
    if (query.kind !== 'matching') continue;
    const best = (limit: number, after: Hit | null = null, among: DocIdSet | null = null) =>
      index.best(query, among, everything, { after, limit });
    const { total, hits } = best(300);
    t.equal(total, matching.length, `${typed}: total`);
    t.equal(hits.length, Math.min(total, 300));
    const isInOrder = hits.every((hit, at) => at === 0 || isBefore(hits[at - 1] as Hit, hit));
    t.ok(isInOrder, `${typed}: in order`);
    const tier = (docId: number) => (found.exact.has(docId) ? 2 : 0) + (found.quoted.has(docId) ? 1 : 0);
    const wrong = hits.filter(({ docId, score }) => Math.ceil(score / -1000) - 1 !== tier(docId));
    t.same(wrong, [], `${typed}: exact forms first, quotations next`);
    const tiers = [...found.matching].map(tier).sort((a, b) => b - a);
    const reached = hits.map(({ docId }) => tier(docId));
    t.same(reached, tiers.slice(0, 300), `${typed}: no document of a higher tier is left out`);
    t.same(best(20).hits, hits.slice(0, 20), `${typed}: a page`);
    const next = hits.slice(hits.length > 19 ? 20 : 0).slice(0, 20);
    t.same(best(20, hits[19] ?? null).hits, next, `${typed}: the next page`);
    const totalInPart = index.best(query, null, part, { after: null, limit: 10 }).total;
    t.equal(totalInPart, inPart.length, `${typed}: total in a range`);
    for (const among of [fewDocs, mostDocs, DocIdSet.range({ first: 1, last: 9_000 })]) {
      const kept = best(300, null, among);
      t.equal(kept.total, matching.filter((docId) => among.has(docId)).length, `${typed}: total in a set`);
      const last = kept.hits.at(-1);
      const expected = hits.filter((hit) => among.has(hit.docId) && last && !isBefore(last, hit));
      t.same(kept.hits.slice(0, expected.length), expected, `${typed}: the best in a set`);
    }
  }
});

t.test('more of a word, more rarely found words and shorter documents rank higher', async (t) => {
  const filler = 'nothing of the sort '.repeat(20);
  const { ranked } = indexOf(t, [
    [1, { own: [`peace ${filler}`] }],
    [2, { own: ['peace'] }],
    [3, { own: ['peace peace'] }],
    [4, { names: [['peace']] }],
    [5, { quoted: ['peace'] }],
    [6, { quoted: ['talks'], own: ['common'] }],
    [7, { quoted: ['talk'], own: ['commons'] }],
    [8, { own: ['talk', 'commons'] }],
    [9, { names: [['common']] }],
    [10, { own: ['rare common'] }],
    [11, { own: ['rares commons'] }],
  ]);
  t.same(ranked('peace'), [5, 3, 2, 4, 1]);
  t.same(ranked('talk common'), [7, 8, 6], 'no document has both forms, so the rarer word counts more');
  t.same(ranked('rare common'), [10, 11]);
});
