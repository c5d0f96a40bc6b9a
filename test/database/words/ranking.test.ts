/** Holds the index of words against FTS5 over made-up documents in several blocks, and its order against its own rules. */
import t from 'tap';
import type { SearchText } from '../../../src/database/documents.ts';
import { Numbers } from '../../../src/database/postings/numbers.ts';
import type { Hit } from '../../../src/database/words/reader.ts';
import { type Search, searchFor } from '../../../src/database/words/search.ts';
import { parseQuery } from '../../../src/text/query.ts';
import { words } from '../../../src/text/words.ts';
import { chance } from '../../support/random.ts';
import { ftsOf } from './fts.ts';
import { everything, indexOf } from './index-of.ts';

const { below, one, some } = chance(4);

const ascending = (numbers: Iterable<number>): number[] => [...numbers].sort((a, b) => a - b);
const isBefore = (a: Hit, b: Hit): boolean =>
  a.score < b.score || (a.score === b.score && a.number < b.number);

/** Forms of a listed word, more than a byte can tell apart. */
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

/** Every second document or so of the first three blocks, thinly; the first block is full of one word. */
function* documents(): Generator<readonly [number, SearchText]> {
  for (let number = 1; number < 3 * 65_536; number += number < 9_000 ? 1 : 10 + below(30)) {
    const common = below(3) > 0 ? ['common ground'] : [];
    const own = number === 100 ? ['once more'] : below(50) === 0 ? ['ground rare'] : texts(1);
    yield [number, { quoted: texts(2), own, names: [...common, ...texts(2)] }];
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

t.test('finds what FTS5 finds, and ranks it by the rules', async (t) => {
  const { words: index } = indexOf(t, made);
  const fts = ftsOf(t, made);
  t.ok(new Set(many.map((form) => words(form)[0]?.stem)).size < 40, 'many forms have few stems');
  for (const typed of queries) {
    const search = searchFor(parseQuery(typed)) as Search;
    const found = fts(search);
    t.same([...index.matching(search, everything)], ascending(found.matching), `${typed}: all`);
    const part = { first: 5_000, last: 70_000 };
    const inPart = ascending(found.matching).filter((number) => number >= part.first && number <= part.last);
    t.same([...index.matching(search, part)], inPart, `${typed}: in a range`);
    if (search.kind !== 'matching') continue;
    const best = (limit: number, after: Hit | null = null, reversed = false, among: Numbers | null = null) =>
      index.best(search, among, everything, after, reversed, limit);
    const { total, hits } = best(300);
    t.equal(total, found.matching.size, `${typed}: how many`);
    t.equal(hits.length, Math.min(total, 300));
    t.ok(
      hits.every((hit, at) => at === 0 || isBefore(hits[at - 1] as Hit, hit)),
      `${typed}: in order`,
    );
    const tier = (number: number) => (found.exact.has(number) ? 2 : 0) + (found.quoted.has(number) ? 1 : 0);
    const wrong = hits.filter(({ number, score }) => Math.ceil(score / -1000) - 1 !== tier(number));
    t.same(wrong, [], `${typed}: exact forms first, quotations next`);
    const tiers = [...found.matching].map(tier).sort((a, b) => b - a);
    t.same(
      hits.map(({ number }) => tier(number)),
      tiers.slice(0, 300),
      `${typed}: none is passed over`,
    );
    t.same(best(20).hits, hits.slice(0, 20), `${typed}: a page`);
    t.same(
      best(20, hits[19] ?? null).hits,
      hits.slice(hits.length > 19 ? 20 : 0).slice(0, 20),
      `${typed}: the next`,
    );
    t.same(index.best(search, null, part, null, false, 10).total, inPart.length, `${typed}: in a range`);
    const few = Numbers.of(made.map(([number]) => number).filter(() => below(40) === 0));
    const most = Numbers.of(
      made.map(([number]) => number).filter((number) => number > 70_000 || below(9) > 0),
    );
    for (const among of [few, most, Numbers.stretch(1, 9_000)]) {
      const kept = best(300, null, false, among);
      t.equal(
        kept.total,
        ascending(found.matching).filter((number) => among.has(number)).length,
        `${typed}: among`,
      );
      const last = kept.hits.at(-1);
      const expected = hits.filter((hit) => among.has(hit.number) && last && !isBefore(last, hit));
      t.same(kept.hits.slice(0, expected.length), expected, `${typed}: the best among`);
    }
    const worst = best(30, null, true).hits;
    t.ok(
      worst.every((hit, at) => at === 0 || isBefore(hit, worst[at - 1] as Hit)),
      `${typed}: in reverse`,
    );
    if (total <= 300) t.same(worst, hits.toReversed().slice(0, 30), `${typed}: the worst`);
    const more = best(30, worst.at(-1) ?? null, true).hits;
    t.ok(
      more.every((hit) => isBefore(hit, worst.at(-1) as Hit)),
      `${typed}: the next in reverse`,
    );
  }
});

t.test('more of a word, more rarely found words and shorter documents rank higher', async (t) => {
  const filler = 'nothing of the sort '.repeat(20);
  const { ranked } = indexOf(t, [
    [1, { own: [`peace ${filler}`] }],
    [2, { own: ['peace'] }],
    [3, { own: ['peace peace'] }],
    [4, { names: ['peace'] }],
    [5, { quoted: ['peace'] }],
    [6, { quoted: ['talks'], own: ['common'] }],
    [7, { quoted: ['talk'], own: ['commons'] }],
    [8, { own: ['talk', 'commons'] }],
    [9, { names: ['common'] }],
    [10, { own: ['rare common'] }],
    [11, { own: ['rares commons'] }],
  ]);
  t.same(ranked('peace'), [5, 3, 2, 4, 1]);
  t.same(ranked('talk common'), [7, 8, 6], 'no document has both forms, so the rarer word counts more');
  t.same(ranked('rare common'), [10, 11]);
});
