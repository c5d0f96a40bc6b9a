/** Asserts what a snippet shows of a text, and that it is safe to put into a page. */
import t from 'tap';
import { snippetOf } from '../../src/text/snippet.ts';

/** A snippet with all occurrences of these words as its hits. */
function snippet(text: string, words: readonly string[], length = 240): string {
  const pattern = new RegExp(words.map((word) => `\\b${word}\\b`).join('|'), 'g');
  const hits = words.length === 0 ? [] : [...text.matchAll(pattern)];
  return snippetOf(
    text,
    hits.map(({ index, 0: found }) => ({ start: index, end: index + found.length })),
    length,
  );
}

t.test('a snippet marks the original and escapes all of it', async (t) => {
  t.equal(
    snippet('<b>Putin</b> & "Trump" \'s <script>', ['Putin', 'script']),
    '&#60;b&#62;<mark>Putin</mark>&#60;/b&#62; &#38; &#34;Trump&#34; &#39;s &#60;<mark>script</mark>&#62;',
  );
  t.equal(snippet('a \ud800 b', ['b']), 'a \ufffd <mark>b</mark>');
  t.equal(snippet('plain', []), 'plain');
});

t.test('a long text is trimmed around its hits, at words', async (t) => {
  const text = `${'before '.repeat(100)}the summit and the other summit${' after'.repeat(100)}`;
  const around = snippet(text, ['summit'], 60);
  t.equal(around, '…before the <mark>summit</mark> and the other <mark>summit</mark> after after after…');
  const last = snippet(`${'before '.repeat(100)}summit`, ['summit'], 30);
  t.equal(last, '…before before before <mark>summit</mark>', 'the end of a text is filled up');
  t.equal(snippet(text, [], 20), 'before before before…');
  const first = snippet(`summit ${'after '.repeat(100)}`, ['summit'], 20);
  t.equal(first, '<mark>summit</mark> after after…');
});

t.test('the stretch with the most hits is shown', async (t) => {
  const text = `peace ${'x '.repeat(200)}peace and war and peace ${'x '.repeat(200)}`;
  t.match(snippet(text, ['peace'], 60), /<mark>peace<\/mark> and war and <mark>peace<\/mark>/);
});

t.test('words longer than a snippet are cut between characters', async (t) => {
  const letters = '𝒜'.repeat(50);
  t.equal(snippet(letters, [], 11), `${'𝒜'.repeat(5)}…`);
  const long = 'a'.repeat(50);
  t.equal(snippet(`${long} b`, [long], 10), `<mark>${'a'.repeat(10)}</mark>…`);
  t.equal(snippet('ab', ['ab'], 0), '<mark>a</mark>…', 'a length below one is one');
});
