/**
 * Reduces a normalised word to the stem that its other forms share, by the script it is written in.
 *
 * Arabic by the light rules of this folder; English by Snowball's Porter2 and Russian by Snowball's Russian
 * (snowballstem.org), because Russian names decline (Путину, Путиным). Other words are their own stem.
 */
import snowball from 'snowball-stemmers';
import { stemArabic } from './arabic-stem.ts';

const english = snowball.newStemmer('english');
const russian = snowball.newStemmer('russian');

const ARABIC = /^[\u0621-\u064a]+$/;
const ENGLISH = /^[a-z]+$/;
const RUSSIAN = /^[а-я]+$/;

/** No word of these languages is longer; what is longer is not worth the time. */
const LONGEST_WORD = 40;

/** The stem of one word as `normalise` gives it. Never empty unless the word is. */
export function stem(word: string): string {
  if (word.length > LONGEST_WORD) return word;
  if (ARABIC.test(word)) return stemArabic(word);
  if (ENGLISH.test(word)) return english.stem(word);
  return RUSSIAN.test(word) ? russian.stem(word) : word;
}
