// Links to quoted words: each part of the directive encoded, long quotes by their ends, and null without an address.
import t from 'tap';
import { quoteLink } from '../../../src/resources/statements/quote-link.ts';
import type { Statement } from '../../../src/resources/statements/schema.ts';
import { testApp } from '../../support/app.ts';
import { bareRecords, bareStatement, fixture } from '../../support/fixture.ts';

const page = 'https://news.example/summit';

/** What a browser looks for (URL Fragment Text Directives: parse a text directive): start and perhaps end. */
function lookedFor(link: string): { before: string; terms: string[] } {
  const [before = '', directive = ''] = link.split(':~:text=');
  return { before, terms: directive.split(',').map(decodeURIComponent) };
}

t.test('a quote is looked for as it stands', async (t) => {
  const quotes = [
    'مثمر جداً',
    'a-b, c & d',
    '100 % "sure" #1 + 1?',
    'well-known, state-of-the-art',
    "it's (so) ~nice~ *here*!",
  ];
  for (const quote of quotes) {
    const link = quoteLink(page, quote);
    t.same(lookedFor(link), { before: `${page}#`, terms: [quote] }, link);
    t.match(link.split(':~:text=')[1], /^[^-&,]*$/, 'nothing in it means something in a directive');
    t.equal(new URL(link).href, link, 'a URL as it stands');
  }
  t.same(lookedFor(quoteLink(page, ' مفيد  للغاية ')).terms, ['مفيد للغاية'], 'spaces as a page shows them');
  t.same(lookedFor(quoteLink(page, 'half \uD83D')).terms, ['half \uFFFD'], 'no error over half a character');
});

t.test('a long quote is looked for by its ends', async (t) => {
  const words = Array.from({ length: 80 }, (_, number) => `word${number}`);
  t.same(lookedFor(quoteLink(page, words.join(' '))).terms, [
    words.slice(0, 6).join(' '),
    words.slice(-6).join(' '),
  ]);
  const few = ['x'.repeat(200), 'y'.repeat(200)].join(' ');
  t.same(lookedFor(quoteLink(page, few)).terms, [few], 'too few words to have two ends');
  t.same(
    lookedFor(quoteLink(page, 'the first line\r\n  and another\nthe last line')).terms,
    ['the first line', 'the last line'],
    'each end within its own block',
  );
});

t.test('what the address has already', async (t) => {
  t.equal(quoteLink(`${page}#part-2`, 'x'), `${page}#part-2:~:text=x`);
  t.equal(quoteLink(`${page}#:~:text=y`, 'x'), `${page}#:~:text=x`);
  t.equal(quoteLink(`${page}?a=1`, 'x'), `${page}?a=1#:~:text=x`);
});

t.test('in the record', async (t) => {
  const records = bareRecords();
  const [paper] = records.source;
  if (!paper) throw new Error('there is no source');
  records.source.push({ ...paper, id: 'online', url: page, file: 'online.txt', sha256: 'b'.repeat(64) });
  const quotes = [
    { text: 'سلام', start: 1, end: 5 },
    { text: 'a-b', start: 6, end: 9 },
  ];
  const rendition = { mode: 'mixed', language: 'ar', paragraph: 1, start: 0, end: 10, quotes } as const;
  records.statement = [
    bareStatement('said', {
      renditions: [
        { ...rendition, id: 'said-online', source: 'online' },
        { ...rendition, id: 'said-paper', source: 'paper' },
      ],
    }),
  ];
  const { database } = await fixture(t, records);
  const { get } = await testApp(t, { database });
  const { renditions } = await get<Statement>('/statements/said');
  t.same(
    renditions.map(({ quotes }) => quotes.map(({ link }) => link)),
    [
      [`${page}#:~:text=${encodeURIComponent('سلام')}`, `${page}#:~:text=a%2Db`],
      [null, null],
    ],
  );
  const { data } = await get<{ data: Statement['renditions'] }>('/renditions');
  t.same(
    data.map(({ quotes }) => quotes),
    renditions.map(({ quotes }) => quotes),
    'the same in /renditions',
  );
});
