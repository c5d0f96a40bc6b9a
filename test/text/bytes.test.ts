/** Asserts that text as bytes has the words of the text, at the places of the text. */
import t from 'tap';
import { textOf, wordsOf } from '../../src/text/bytes.ts';
import { words } from '../../src/text/words.ts';

const bytesOf = (text: string): string => Buffer.from(text).toString('latin1');

const TEXTS = [
  'قال إن القِمّــةَ بنّاءة، وللقمّة أثر',
  '😀😀 قمة  😀 F-35 U.S. أ.ف.ب',
  'قال ﷺ وبعد',
  "Putin's 𝒜lpha\u00a0beta\u200bgamma",
  `${'ا'.repeat(60)} ${'very'.repeat(30)} end`,
  ' ',
  '',
];

t.test('the words of the text, where they stand in it', async (t) => {
  for (const text of TEXTS) {
    t.same(wordsOf(bytesOf(text)), words(text), text);
    t.same(wordsOf(bytesOf(text)), words(text), `${text}: again`);
    t.equal(textOf(bytesOf(text)), text);
  }
});

t.test('half of a character, as an escape in JSON gives it, stays where it is', async (t) => {
  const text = 'قمة \ud800 \udc00قمة';
  const json = Buffer.from(JSON.stringify({ text }));
  const bytes = (JSON.parse(json.toString('latin1')) as { text: string }).text;
  t.equal(textOf(bytes), text);
  t.same(wordsOf(bytes), words(text));
  t.same(wordsOf('\0قمة'.replace('قمة', bytesOf('قمة'))), words('\0قمة'), 'nor is it taken for another');
});

t.test('what is kept of pieces has an end', async (t) => {
  const many = Array.from({ length: 110_000 }, (_, index) => `p${index}`).join(' ');
  t.equal(wordsOf(many).length, 110_000);
  t.equal(wordsOf('p1')[0]?.normal, 'p1');
});
