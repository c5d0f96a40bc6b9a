/** Asserts what is marked in an original text, in which unit, and that a snippet is safe to put in a page. */
import t from 'tap';
import { highlight, highlighterOfBytes } from '../../src/text/highlight.ts';
import { parseQuery } from '../../src/text/query.ts';

/** The marked pieces, cut out of the text by code points as a reader of the ranges would. */
function marked(text: string, typed: string): string[] {
  const points = [...text];
  return highlight(text, parseQuery(typed)).ranges.map(({ start, end }) => points.slice(start, end).join(''));
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
  ['Putin, not Trump', 'Putin -Trump', ['Putin']],
  ['😀😀 قمة 😀', 'القمة', ['قمة']],
  ['قال ﷺ', 'الله', ['ﷺ']],
  ['nothing', 'else', []],
  ['', 'a', []],
];

t.test('hits, by code points of the original', async (t) => {
  for (const [text, typed, expected] of MARKED) t.same(marked(text, typed), expected, `${typed} in ${text}`);
});

t.test('the same in text that is given as bytes, and null without a hit', async (t) => {
  for (const [text, typed, expected] of MARKED) {
    const query = parseQuery(typed);
    const found = highlighterOfBytes(query)(Buffer.from(text).toString('latin1'));
    t.same(found, expected.length === 0 ? null : highlight(text, query), `${typed} in ${text}`);
  }
});

t.test('a snippet marks the original and escapes all of it', async (t) => {
  const { snippet } = highlight('<b>Putin</b> & "Trump" \'s <script>', parseQuery('putin script'));
  t.equal(
    snippet,
    '&#60;b&#62;<mark>Putin</mark>&#60;/b&#62; &#38; &#34;Trump&#34; &#39;s &#60;<mark>script</mark>&#62;',
  );
  t.equal(highlight('a \ud800 b', parseQuery('b')).snippet, 'a \ufffd <mark>b</mark>');
  t.equal(highlight('plain', parseQuery('')).snippet, 'plain');
});

t.test('a long text is trimmed around its hits, at words', async (t) => {
  const text = `${'before '.repeat(100)}the summit and the other summit${' after'.repeat(100)}`;
  const { snippet } = highlight(text, parseQuery('summit'), 60);
  t.equal(snippet, '…before the <mark>summit</mark> and the other <mark>summit</mark> after after after…');
  const last = highlight(`${'before '.repeat(100)}summit`, parseQuery('summit'), 30).snippet;
  t.equal(last, '…before before before <mark>summit</mark>', 'the end of a text is filled up');
  const none = highlight(text, parseQuery('absent'), 20).snippet;
  t.equal(none, 'before before before…');
  const first = highlight(`summit ${'after '.repeat(100)}`, parseQuery('summit'), 20).snippet;
  t.equal(first, '<mark>summit</mark> after after…');
});

t.test('the stretch with the most hits is shown', async (t) => {
  const text = `peace ${'x '.repeat(200)}peace and war and peace ${'x '.repeat(200)}`;
  t.match(
    highlight(text, parseQuery('peace'), 60).snippet,
    /<mark>peace<\/mark> and war and <mark>peace<\/mark>/,
  );
});

t.test('words longer than a snippet are cut between characters', async (t) => {
  const letters = '𝒜'.repeat(50);
  t.equal(highlight(letters, parseQuery('x'), 11).snippet, `${'𝒜'.repeat(5)}…`);
  t.equal(
    highlight(`${'a'.repeat(50)} b`, parseQuery('a'.repeat(50)), 10).snippet,
    `<mark>${'a'.repeat(10)}</mark>…`,
  );
  t.equal(highlight('ab', parseQuery('ab'), 0).snippet, '<mark>a</mark>…', 'a length below one is one');
});

t.test('many hits in a long text take little time', async (t) => {
  const start = performance.now();
  const { ranges, snippet } = highlight('سلام '.repeat(20_000), parseQuery('سلام'));
  t.equal(ranges.length, 20_000);
  t.ok(snippet.length < 2000);
  t.ok(performance.now() - start < 2000);
});
