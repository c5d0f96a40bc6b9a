/** Asserts how typed text is parsed: words, phrases, exclusions, and everything else as text. */
import t from 'tap';
import { type Clause, maxQueryLength, maxQueryWords, parseQuery } from '../../src/text/query.ts';

const isPhrase = ({ stems }: Clause): boolean => stems.length === 0;
const shown = (clauses: readonly Clause[]): string[] => clauses.map(({ forms }) => forms.join('+')).sort();
const sorted = (text: string): string[] => (text === '' ? [] : text.split(' ').sort());

/** Words, phrases in quotation marks, and excluded clauses; the words of one clause are joined by `+`. */
const READ: readonly (readonly [typed: string, words: string, phrases?: string, excluded?: string])[] = [
  ['القمّة السلام', 'القمة السلام'],
  ['"القمة الأمريكية" بوتين', 'بوتين', 'القمة+الأمريكية'],
  ['«القمة» “peace deal”', '', 'القمة peace+deal'],
  ['putin -trump', 'putin', '', 'trump'],
  ['putin -"white house" -«قمة»', 'putin', '', 'white+house قمة'],
  ['-putin', '', '', 'putin'],
  ['F-35 3+3', 'f+35 3+3'],
  ['-F-35', '', '', 'f+35'],
  ['--putin - trump -', 'putin trump'],
  ['a-b', 'a+b'],
  ['putin,trump;peace', 'putin trump peace'],
  ['بوتين،ترامب؟', 'بوتين ترامب'],
  ['1,000 troops', '1000 troops'],
  ['"unclosed phrase', 'unclosed phrase'],
  ['one" two', 'one two'],
  ['«unclosed “this too', 'unclosed this too'],
  ['stray» and”', 'stray and'],
  ['say"this thing"now', 'say now', 'this+thing'],
  ['و«القمة»', 'و', 'القمة'],
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
  for (const [typed, words, phrases = '', excluded = ''] of READ) {
    const query = parseQuery(typed);
    const must = query?.kind === 'matching' ? query.must : [];
    const read = [must.filter((clause) => !isPhrase(clause)), must.filter(isPhrase), query?.mustNot ?? []];
    t.same(read.map(shown), [words, phrases, excluded].map(sorted), typed);
    t.equal(query === null, `${words}${phrases}${excluded}` === '', `${typed}: null without a word`);
  }
});

t.test('a phrase has its forms only, a word its stems, too', async (t) => {
  t.same(parseQuery('"القمة"'), { kind: 'matching', must: [{ forms: ['القمة'], stems: [] }], mustNot: [] });
  const word = parseQuery('القمة');
  t.ok(word?.kind === 'matching' && word.must[0]?.stems.some(([stem]) => stem === 'قمه'));
  t.same(parseQuery('-talks'), { kind: 'excluding', mustNot: [{ forms: ['talks'], stems: [['talk']] }] });
  t.same(parseQuery('F-35s'), {
    kind: 'matching',
    must: [{ forms: ['f', '35', 's'], stems: [['f', '35', 's']] }],
    mustNot: [],
  });
});

t.test('the same clauses are the same query, in any order and number', async (t) => {
  t.same(parseQuery('peace "one two" deal -a -b'), parseQuery('-b deal -a peace "one two" deal'));
  t.not(JSON.stringify(parseQuery('peace')), JSON.stringify(parseQuery('"peace"')));
});

t.test('what is too long is not read', async (t) => {
  const numbers = Array.from({ length: 100 }, (_, number) => String(number));
  const many = parseQuery(numbers.join(' '));
  t.equal(many?.kind === 'matching' && many.must.length, maxQueryWords);
  t.equal(parseQuery(`${' '.repeat(maxQueryLength)}word`), null);
  const phrase = parseQuery(`first "${'a '.repeat(maxQueryWords)}" last`);
  t.same(
    phrase?.kind === 'matching' && shown(phrase.must),
    ['first', 'last'],
    'a phrase that does not fit is left out whole',
  );
});

t.test('quotation marks without end take no time', async (t) => {
  const start = performance.now();
  for (const sign of ['"', '«', '“', '-"', '-']) parseQuery(sign.repeat(10_000));
  t.ok(performance.now() - start < 500);
});
