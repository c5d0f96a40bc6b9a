// Makes gists and quotations in Arabic and English, and the variations in which sources quote them.
import { type Random, Zipf } from './random.ts';
import { arabicWords, englishWords, knownWords } from './vocabulary.ts';

const arabic = new Zipf(arabicWords, 12);
const english = new Zipf(englishWords, 12);

/** The gist of a statement and its quoted words, in both languages. */
export interface Saying {
  gist: { en: string; ar: string };
  quoted: { en: readonly string[]; ar: readonly string[] };
}

/** The known words are put into the Arabic gist, and in half of the cases into the quotation too. */
export function makeSaying(random: Random): Saying {
  const [gist, quoted] = [some(arabic, random, 6, 13), some(arabic, random, 5, 14)];
  for (const words of knownWordsHeld(random)) {
    gist.splice(random.below(gist.length + 1), 0, words);
    if (random.chance(0.5)) quoted.splice(random.below(quoted.length + 1), 0, words);
  }
  return {
    gist: { en: `${capital(some(english, random, 7, 14).join(' '))}.`, ar: `${gist.join(' ')}.` },
    quoted: { en: some(english, random, 5, 14), ar: quoted.join(' ').split(' ') },
  };
}

const some = (words: Zipf<string>, random: Random, least: number, most: number): string[] =>
  Array.from({ length: random.between(least, most) }, () => words.draw(random));

/** Known words, each with the probability of its share; a phrase stays in one piece. */
function knownWordsHeld(random: Random): string[] {
  const { broad, common, rare, phrase } = knownWords;
  const held = [broad, rare, ...common].filter(({ share }) => random.chance(share));
  return held.map(({ word }) =>
    word === phrase.first && random.chance(phrase.share) ? `${word} ${phrase.second}` : word,
  );
}

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** The words of a quotation as a source has them: mostly unchanged, else cut short or with one word replaced. */
export function quotation(words: readonly string[], language: 'ar' | 'en', random: Random): string {
  const way = random.below(10);
  if (way === 0) return words.slice(1).join(' ');
  if (way === 1) return words.slice(0, -1).join(' ');
  if (way > 2) return words.join(' ');
  const other = (language === 'ar' ? arabic : english).draw(random);
  return words.with(random.below(words.length), other).join(' ');
}
