// Reads numbers in digits and words, and finds how many of something an article counts.

import { formOf } from '../tokens.ts';
import { claimAt, type FoundClaim } from './claim.ts';
import { claimWords, eitherOf } from './lexicon.ts';

/** Words for numbers, each list from 1. */
const NUMBERS = new Map(
  [
    'ساعه ساعتين ثلاث اربع خمس ست سبع ثماني تسع عشر',
    'ساعه ساعتان',
    'one two three four five six seven eight nine ten',
  ].flatMap((words) => words.split(' ').map((word, index) => [word, index + 1] as const)),
);

/** Words before a figure that say how exact it is. */
export const NEAR =
  'قرابة|نحو|حوالي|ما يقارب|أكثر من|ما يزيد (?:قليلا )?(?:عن|على)|almost|nearly|about|around|more than|over';
export const NUMBER_WORDS =
  'ثلاثة?|أربعة?|خمسة?|ستة?|سبعة?|ثمانية?|ثماني|تسعة?|عشرة?|one|two|three|four|five|six|seven|eight|nine|ten';

/** The number that a word or digits mean, or null. */
export function numberOf(word: string): number | null {
  const form = formOf(word).toLowerCase();
  const number = NUMBERS.get(form) ?? NUMBERS.get(form.replace(/ه$/, '')) ?? Number(form);
  return Number.isSafeInteger(number) && number > 0 ? number : null;
}

/** The precision that a word before a figure gives it. */
export function precisionOf(word: string | undefined): string {
  if (word === undefined) return 'exact';
  if (/قرابة|يقارب|almost|nearly/i.test(word)) return 'nearly';
  return /أكثر|يزيد|more|over/i.test(word) ? 'over' : 'approximate';
}

const COUNTED = claimWords.counted.map(({ unit, words }) => ({
  unit,
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:و?(?<near>${NEAR})\\s+)?(?<number>\\p{N}{1,6}|${NUMBER_WORDS})\\s+(?:${eitherOf(words)})(?!\\p{L})`,
    'giu',
  ),
}));

/** How many people, journalists, delegates: the attribute is the unit. */
export function counts(sentence: string): FoundClaim[] {
  return COUNTED.flatMap(({ unit, pattern }) =>
    [...sentence.matchAll(pattern)].flatMap((match): FoundClaim[] => {
      const value = numberOf(match.groups?.['number'] ?? '');
      if (value === null) return [];
      const precision = precisionOf(match.groups?.['near']);
      return [claimAt(match, unit, { type: 'count', value, unit, precision })];
    }),
  );
}
