/** Asserts that the pieces of a text have the words of the text, at the places of the text. */
import t from 'tap';
import { piecesOf } from '../../src/text/pieces.ts';
import { type Word, words } from '../../src/text/words.ts';

function wordsOfPieces(text: string): Word[] {
  let offset = 0;
  return piecesOf(text).flatMap((piece) => {
    const before = offset;
    offset += piece.length + 1;
    return piece.words.map((word) => ({ ...word, start: before + word.start, end: before + word.end }));
  });
}

const TEXTS = [
  'قال إن القِمّــةَ بنّاءة، وللقمّة أثر',
  '😀😀 قمة  😀 F-35 U.S. أ.ف.ب',
  'قال ﷺ وبعد',
  "Putin's 𝒜lpha\u00a0beta\u200bgamma",
  `${'ا'.repeat(60)} ${'very'.repeat(30)} end`,
  'half \ud800 \udc00of a character',
  ' ',
  '',
];

t.test('the words of the text, where they stand in it', async (t) => {
  for (const text of TEXTS) {
    t.same(wordsOfPieces(text), words(text), text);
    t.same(wordsOfPieces(text), words(text), `${text}: from the cache`);
  }
});

t.test('the cache has a bound', async (t) => {
  const many = Array.from({ length: 110_000 }, (_, index) => `p${index}`).join(' ');
  t.equal(piecesOf(many).length, 110_000);
  t.equal(piecesOf('p1')[0]?.words[1]?.form, '1');
});
