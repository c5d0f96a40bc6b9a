/** Asserts that what is indexed is found as typed, and that no text is an error. */
import t from 'tap';
import { findsAsSearchDoes } from '../text/measure-families.ts';
import { FAMILIES } from '../text/word-families.ts';
import { indexOf } from './test-index.ts';

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

/** What is typed, and the numbers of the texts that it finds. */
const FOUND: readonly (readonly [typed: string, numbers: readonly number[]])[] = [
  ['بوتين', [1, 2]],
  ['لبوتين', [1, 2]],
  ['القِمَّة', [1, 2]],
  ['قمة بوتين', [1, 2]],
  ['قمة ترامب', [2]],
  ['"القمة"', [1]],
  ['«القمة كانت»', [1]],
  ['"كانت القمة"', []],
  ['"القمة كانت رائعة"', []],
  ['بوتين -ترامب', [1]],
  ['بوتين -"القمة كانت"', [2]],
  ['negotiator', [3]],
  ['peace deals', [3, 4]],
  ['"peace deal"', [3]],
  ['"peace deals"', []],
  ['-"peace deal" peace', [4]],
  ['-بوتين -peace', [5, 6, 7, 8]],
  ['-absent', [1, 2, 3, 4, 5, 6, 7, 8]],
  ['F-35', [4, 7]],
  ['F-36', []],
  ['deals-for', [4]],
  ['"deals-for"', []],
  ['Путин', [5]],
  ['وزير', [6]],
  ['الأمريكي', [6]],
  ['US', [8]],
  ['AND', [4, 8]],
  ['and and and', [4, 8]],
  ['NEAR OR NOT', [8]],
  ['nothing like it', []],
  ['"absent"', []],
  ['', [1, 2, 3, 4, 5, 6, 7, 8]],
];

const numbered = (texts: readonly string[]) => texts.map((text, at) => [at + 1, { quoted: [text] }] as const);

t.test('what is typed finds what is indexed', async (t) => {
  const { find } = indexOf(t, numbered(TEXTS));
  for (const [typed, numbers] of FOUND) t.same(find(typed), numbers, typed);
});

t.test('no phrase reaches from one text into the next, nor from one column into another', async (t) => {
  const { find } = indexOf(t, [
    [1, { quoted: ['one two', 'three'], own: ['four'], names: [['five six'], ['seven']] }],
    [2, {}],
  ]);
  for (const [typed, isFound] of [
    ['"one two"', true],
    ['"two three"', false],
    ['"three four"', false],
    ['"four five"', false],
    ['"five six"', true],
    ['"six seven"', false],
  ] as const) {
    t.same(find(typed), isFound ? [1] : [], typed);
  }
});

t.test('a document may be longer than its words have places for phrases', async (t) => {
  const long = `start here ${'word '.repeat(20_000)}last words`;
  const { find } = indexOf(t, [[1, { quoted: [long], own: ['last'], names: [['start']] }]]);
  t.same(find('"start here word"'), [1]);
  t.same(find('last -absent'), [1], 'each word is found');
  t.same(find('"last start"'), [], 'nothing stands side by side that does not');
  t.same(find('"last words"'), [], 'and what stands too far back is not found as a phrase');
});

t.test('every form of every family finds the others', async (t) => {
  const forms = FAMILIES.flatMap((family) => family.forms);
  const { find } = indexOf(
    t,
    forms.map((form, at) => [at + 1, { own: [form] }] as const),
  );
  const wrong = forms.filter((asked) => {
    const expected = forms.flatMap((form, at) => (findsAsSearchDoes(asked, form) ? [at + 1] : []));
    return find(asked).join() !== expected.join();
  });
  t.same(wrong, [], 'as the figures in docs/search.md count');
});

t.test('hostile text is text', async (t) => {
  const { find } = indexOf(t, numbered(TEXTS));
  const signs = ['"', '*', '^', ':', '-', '+', '(', ')', '{', '}', "'", ';', '--', '\u0000', '\ud800', '😀'];
  for (const sign of signs) {
    for (const typed of [sign, `${sign}deal`, `deal${sign}`, `peace ${sign} deal`, `"peace${sign}deal"`]) {
      t.doesNotThrow(() => find(typed), JSON.stringify(typed));
    }
    t.same(find(`deal ${sign} peace`), [3, 4], JSON.stringify(sign));
  }
});

t.test('more different words than are kept at a time', async (t) => {
  const many = Array.from({ length: 100_001 }, (_, at) => `${at}`).join(' ');
  const { find } = indexOf(t, [
    [1, { quoted: [many] }],
    [2, { quoted: ['7 and a-rather-long-one'] }],
  ]);
  for (const [typed, numbers] of [
    ['7', [1, 2]],
    ['100000', [1]],
    ['rather', [2]],
  ] as const) {
    t.same(find(typed), numbers, typed);
  }
});
