/**
 * Reduces a normalised word to the stem that its other forms share, by the script it is written in.
 *
 * Arabic by the light rules of this folder; English by Snowball's Porter2 and Russian by Snowball's Russian
 * (snowballstem.org), because Russian names decline (Путину, Путиным). Other words are their own stem.
 */
import { createRequire } from 'node:module';
import type snowball from 'snowball-stemmers';
import { stemArabic } from './arabic-stem.ts';
import { usualSpelling } from './usual-spelling.ts';

const stemmers = new Map<Language, snowball.Stemmer>();

type Language = 'english' | 'russian';

/** Loads the library with the first word that needs it: it has thirty languages. */
function stemmerOf(language: Language): snowball.Stemmer {
  const known = stemmers.get(language);
  if (known) return known;
  const { newStemmer } = createRequire(import.meta.url)('snowball-stemmers') as typeof snowball;
  const stemmer = newStemmer(language);
  stemmers.set(language, stemmer);
  return stemmer;
}

const ARABIC = /^[\u0621-\u064a]+$/;
const ENGLISH = /^[a-z]+$/;
const RUSSIAN = /^[а-я]+$/;

/** No word of these languages is longer; a longer one is its own stem, which bounds the work. */
const MAX_WORD_LENGTH = 40;

/** The stem of one word as `normalise` gives it. Never empty unless the word is. */
export function stem(word: string): string {
  if (word.length > MAX_WORD_LENGTH) return word;
  if (ARABIC.test(word)) return stemArabic(usualSpelling(word));
  if (ENGLISH.test(word)) return stemmerOf('english').stem(word);
  return RUSSIAN.test(word) ? stemmerOf('russian').stem(word) : word;
}
