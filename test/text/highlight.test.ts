/** Asserts what is marked in an original text, and in which unit. */
import t from 'tap';
import { highlighter } from '../../src/text/highlight.ts';
import { parseQuery, type TextQuery } from '../../src/text/query.ts';

const highlight = (text: string, typed: string) => highlighter(parseQuery(typed) as TextQuery)(text);

/** The marked pieces, cut out of the text by code points as a reader of the ranges would. */
function marked(text: string, typed: string): string[] {
  const points = [...text];
  const ranges = highlight(text, typed)?.ranges ?? [];
  return ranges.map(({ start, end }) => points.slice(start, end).join(''));
}

const MARKED: readonly (readonly [text: string, typed: string, marked: readonly string[]])[] = [
  ['قال إن القِمّــةَ بنّاءة، وللقمّة أثر', 'قمة', ['القِمّــةَ', 'وللقمّة']],
  ['رسالة لبوتين من ألاسكا', 'بوتين الاسكا', ['لبوتين', 'ألاسكا']],
  ['Peace talks, talking of PEACE', 'peace talk', ['Peace', 'talks', 'talking', 'PEACE']],
  ['a peace deal is a deal', '"peace deal"', ['peace deal']],
  ['no deal without peace', '"peace deal"', []],
  ['the F-35 and the F 35 of 35', 'F-35', ['F-35', 'F 35']],
  ['negotiation-teams', 'negotiations-team', ['negotiation-teams']],
  ['peace deal', '"peace deal" deal', ['peace deal']],
  ['peace deal', '"peace deal" peace', ['peace deal']],
  ['a peace, a deal', '"peace deal" deals', ['deal']],
  ['Putin, not Trump', 'Putin -Trump', ['Putin']],
  ['Putin, not Trump', '-Trump', []],
  ['😀😀 قمة 😀', 'القمة', ['قمة']],
  ['قال ﷺ', 'الله', ['ﷺ']],
  ['nothing', 'else', []],
  ['', 'a', []],
];

t.test('hits, by code points of the original', async (t) => {
  for (const [text, typed, expected] of MARKED) {
    t.same(marked(text, typed), expected, `${typed} in ${text}`);
    t.equal(
      highlight(text, typed) === null,
      expected.length === 0,
      `${typed} in ${text}: null without a hit`,
    );
  }
});

t.test('the snippet marks the same', async (t) => {
  t.equal(highlight('a peace deal', 'deals')?.snippet, 'a peace <mark>deal</mark>');
});
