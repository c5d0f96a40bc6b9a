/** Asserts how typed text is read: words, phrases, exclusions, and everything else as text. */
import t from 'tap';
import { MAX_QUERY_LENGTH, MAX_QUERY_WORDS, type Part, parseQuery } from '../../src/text/query.ts';

const shown = (parts: readonly Part[]) =>
  parts.map((part) => part.words.map((word) => word.normal).join('+')).join(' ');

/** `terms` / `phrases` / `excluded`; the words of one part joined by `+`. */
const READ: readonly (readonly [typed: string, terms: string, phrases?: string, excluded?: string])[] = [
  ['القمّة السلام', 'القمه السلام'],
  ['"القمة الأمريكية" بوتين', 'بوتين', 'القمه+الامريكيه'],
  ['«القمة» “peace deal”', '', 'القمه peace+deal'],
  ['putin -trump', 'putin', '', 'trump'],
  ['putin -"white house" -«قمة»', 'putin', '', 'white+house قمه'],
  ['-putin', '', '', 'putin'],
  ['F-35 3+3', 'f+35 3+3'],
  ['-F-35', '', '', 'f+35'],
  ['--putin - trump -', 'putin trump'],
  ['a-b', 'a+b'],
  ['putin,trump;peace', 'putin trump peace'],
  ['بوتين،ترامب؟', 'بوتين ترامب'],
  ['1,000 troops', '1+000 troops'],
  ['"unclosed phrase', 'unclosed phrase'],
  ['one" two', 'one two'],
  ['«unclosed “this too', 'unclosed this too'],
  ['stray» and”', 'stray and'],
  ['say"this thing"now', 'say now', 'this+thing'],
  ['و«القمة»', 'و', 'القمه'],
  ['لـ15', '15'],
  ['NEAR AND OR NOT', 'near and or not'],
  ['a:b* ^c (d) {e}', 'a+b c d e'],
  ['"" «» -"" " "', ''],
  ['؟! -- 😀', ''],
  ['', ''],
  ['   ', ''],
  ['\0 \ud800', ''],
];

t.test('readings', async (t) => {
  for (const [typed, terms, phrases = '', excluded = ''] of READ) {
    const query = parseQuery(typed);
    t.same(
      [shown(query.terms), shown(query.phrases), shown(query.excluded)],
      [terms, phrases, excluded],
      typed,
    );
    t.equal(query.cut, false);
  }
});

t.test('a phrase is exact, a word is not', async (t) => {
  const query = parseQuery('"القمة" القمة');
  t.equal(query.phrases[0]?.exact, true);
  t.equal(query.terms[0]?.exact, false);
  t.ok(query.terms[0]?.words[0]?.stems.includes('قمه'));
});

t.test('what is too long is cut, and says so', async (t) => {
  const long = parseQuery('سلام '.repeat(10_000));
  t.equal(long.cut, true);
  t.equal(long.terms.length, MAX_QUERY_WORDS);
  t.equal(parseQuery('x'.repeat(MAX_QUERY_LENGTH + 1)).cut, true);
  const phrase = parseQuery(`first "${'a '.repeat(MAX_QUERY_WORDS)}" last`);
  t.equal(shown(phrase.terms), 'first last', 'a phrase that does not fit is left out whole');
  t.equal(phrase.cut, true);
});

t.test('quotation marks without end take no time', async (t) => {
  const start = performance.now();
  for (const sign of ['"', '«', '“', '-"', '-']) parseQuery(sign.repeat(10_000));
  t.ok(performance.now() - start < 500);
});
