/** Asserts against SQLite itself that what is indexed is found, and that no text can break a MATCH. */
import Database from 'better-sqlite3';
import t from 'tap';
import { parseQuery } from '../../src/text/query.ts';
import { FTS_TOKENIZER, indexTokens, matchExpression } from '../../src/text/search-text.ts';
import { findsAsSearchDoes } from './measure-families.ts';
import { FAMILIES } from './word-families.ts';

const COLUMNS = { exact: ['exact'], stems: ['stems'] };

/** An index in memory whose n-th row, from 0, is the n-th text. */
function indexOf(texts: readonly string[], tokenizer = FTS_TOKENIZER) {
  const database = new Database(':memory:');
  database.exec(`create virtual table search using fts5(exact, stems, tokenize = '${tokenizer}')`);
  const insert = database.prepare('insert into search (rowid, exact, stems) values (?, ?, ?)');
  texts.forEach((text, row) => {
    const { exact, stems } = indexTokens(text);
    insert.run(row, exact, stems);
  });
  const select = database.prepare('select rowid from search where search match ? order by rowid').pluck();
  const rows = (match: string) => select.all(match) as number[];
  return {
    find: (typed: string) => {
      const match = matchExpression(parseQuery(typed), COLUMNS);
      return match.kind === 'nothing' ? [] : rows(match.match);
    },
    findExact: (typed: string) => {
      const match = matchExpression(parseQuery(typed), COLUMNS);
      return match.kind === 'matching' ? rows(match.exact) : [];
    },
    match: rows,
  };
}

const TEXTS = [
  'قال بوتين إن القمّة كانت بنّاءة',
  'وسلّم ترامب رسالة لبوتين خلال قمتهما',
  'Putin’s negotiators arrived; peace deal near',
  'The deal for peace, and an F-35 over Anchorage',
  'Путина встретил Трамп',
  'وزير الخارجية الأميركي: الزير قديم',
  'F 35 is not 35 F',
  'U.S. agencies, and AND OR NOT NEAR',
];

/** What is typed, and the rows that it finds. */
const FOUND: readonly (readonly [typed: string, rows: readonly number[]])[] = [
  ['بوتين', [0, 1]],
  ['لبوتين', [0, 1]],
  ['القِمَّة', [0, 1]],
  ['قمة بوتين', [0, 1]],
  ['قمة ترامب', [1]],
  ['"القمة"', [0]],
  ['«القمة كانت»', [0]],
  ['"كانت القمة"', []],
  ['بوتين -ترامب', [0]],
  ['بوتين -"القمة كانت"', [1]],
  ['negotiator', [2]],
  ['peace deals', [2, 3]],
  ['"peace deal"', [2]],
  ['-"peace deal" peace', [3]],
  ['F-35', [3, 6]],
  ['Путин', [4]],
  ['وزير', [5]],
  ['الأمريكي', [5]],
  ['US', [7]],
  ['AND', [3, 7]],
  ['NEAR OR NOT', [7]],
  ['nothing like it', []],
];

t.test('what is typed finds what is indexed', async (t) => {
  for (const tokenizer of [FTS_TOKENIZER, 'unicode61 remove_diacritics 0']) {
    const index = indexOf(TEXTS, tokenizer);
    for (const [typed, rows] of FOUND) t.same(index.find(typed), rows, `${tokenizer}: ${typed}`);
  }
});

t.test('exact forms are told apart, to be ranked above', async (t) => {
  const index = indexOf(TEXTS);
  t.same(index.findExact('بوتين'), [0]);
  t.same(index.findExact('لبوتين'), [1]);
  t.same(index.findExact('بوتين القمة'), [0]);
  t.same(index.findExact('القمة -بوتين'), []);
});

t.test('a query that only excludes, and one with nothing in it', async (t) => {
  const columns = { exact: ['exact'], stems: ['stems'] };
  const excluding = matchExpression(parseQuery('-بوتين -peace'), columns);
  t.equal(excluding.kind, 'excluding');
  if (excluding.kind === 'excluding') t.same(indexOf(TEXTS).match(excluding.match), [0, 1, 2, 3]);
  for (const typed of ['', '؟', '-', '""'])
    t.same(matchExpression(parseQuery(typed), columns), { kind: 'nothing' });
});

t.test('several columns, with any names', async (t) => {
  const database = new Database(':memory:');
  database.exec('create virtual table search using fts5("the quotes", gist, qs, "g""s", tokenize = ascii)');
  const { exact, stems } = indexTokens('talks were held');
  database.prepare('insert into search values (?, ?, ?, ?)').run('', exact, '', stems);
  const columns = { exact: ['the quotes', 'gist'], stems: ['qs', 'g"s'] };
  const match = matchExpression(parseQuery('talk'), columns);
  const select = database.prepare('select count(*) from search where search match ?').pluck();
  t.equal(match.kind === 'matching' && select.get(match.match), 1);
  t.equal(match.kind === 'matching' && select.get(match.exact), 0);
});

t.test('no phrase reaches from one text into the next', async (t) => {
  t.equal(indexTokens('one two', 'three').exact, 'one two ‖ three');
  t.same(indexTokens(), { exact: '', stems: '' });
  const { exact, stems } = indexTokens('القمّة في ألاسكا ﷺ', 'F-35');
  t.equal(exact.split(' ').length, stems.split(' ').length, 'both columns have the same positions');
});

t.test('every form of every family, through the index', async (t) => {
  const forms = FAMILIES.flatMap((family) => family.forms);
  const index = indexOf(forms);
  const wrong = forms.filter((asked) => {
    const expected = forms.flatMap((form, row) => (findsAsSearchDoes(asked, form) ? [row] : []));
    return index.find(asked).join() !== expected.join();
  });
  t.same(wrong, [], 'SQLite finds what the figures in docs/search.md count');
});

t.test('hostile text is text', async (t) => {
  const index = indexOf(TEXTS);
  const signs = [
    '"',
    '*',
    '^',
    ':',
    '-',
    '+',
    '(',
    ')',
    '{',
    '}',
    "'",
    ';',
    '--',
    '/*',
    '\\',
    '%',
    ',',
    '\0',
    '\ud800',
  ];
  const words = [
    'NEAR',
    'NEAR(a b, 5)',
    'AND',
    'OR',
    'NOT',
    'exact:',
    'stems : x',
    'بوتين',
    '«',
    '»',
    '“',
    '”',
    'x*',
  ];
  const pieces = [...signs, ...words];
  for (const one of pieces) {
    for (const other of pieces) {
      for (const typed of [
        one + other,
        `${one} ${other}`,
        `a${one}b${other}c`,
        `${one}"${other}"`,
        `-${one} ${other}`,
      ])
        t.doesNotThrow(() => [index.find(typed), index.findExact(typed)], JSON.stringify(typed));
    }
  }
});

t.test('the longest questions that are read', async (t) => {
  const index = indexOf(TEXTS);
  const long = [
    'a'.repeat(10_000),
    'a '.repeat(5000),
    'لمحادثات '.repeat(2000),
    '"'.repeat(10_000),
    '-a '.repeat(5000),
  ];
  for (const typed of [
    ...long,
    '(('.repeat(5000),
    '"a '.repeat(5000),
    FAMILIES.map((family) => family.name).join(' '),
  ])
    t.doesNotThrow(() => [index.find(typed), index.findExact(typed)], typed.slice(0, 20));
});

t.test('every letter and digit of Unicode is one token', async (t) => {
  const letters: string[] = [];
  for (let point = 0; point <= 0x1_ffff; point += 1) {
    const letter = String.fromCodePoint(point);
    if (/[\p{L}\p{N}]/u.test(letter)) letters.push(letter);
  }
  const sample = letters.filter((_, index) => index % 97 === 0);
  const index = indexOf(sample.map((letter) => `before ${letter} after`));
  const lost = sample.filter(
    (letter, row) => indexTokens(letter).exact !== '' && !index.find(letter).includes(row),
  );
  t.same(lost, []);
});
