// The terms by which two texts are compared: stems, one for all words of a meaning, and the names of the record.
import { z } from 'zod';
import { words } from '../../../text/words.ts';
import { readLexicon } from '../lexicons.ts';

/** Words that say nothing of the matter. */
const FUNCTION_WORDS = new Set(
  words(
    'ان في من إلى على عن مع هو هي هذا هذه الذي التي ما لا قد كان كانت كل أو ثم لم لن هناك بين حول أنه أنها بأن بأنه بأنها أيضا بعد هذا ذلك نحو مثل خلال the a an of to in and that is it for on with he his be was are as by at from this have has will not',
  ).map(({ normal }) => normal),
);

/** The stem that stands for all words of one meaning. */
const MEANING = new Map(
  readLexicon('synonyms', z.array(z.array(z.string()))).flatMap((group) => {
    const stems = group.flatMap((word) => words(word).map(({ stem }) => stem));
    return stems.map((stem) => [stem, stems[0] ?? stem] as const);
  }),
);

/** The stems of a text without function words, one for all words of a meaning. */
export function stemsOf(text: string): Set<string> {
  return new Set(termsOf(text).keys());
}

/** The same, each with the first word of the text that has it. */
export function termsOf(text: string): Map<string, string> {
  const terms = new Map<string, string>();
  for (const { text: word, normal, stem } of words(text)) {
    const term = MEANING.get(stem) ?? stem;
    if (!FUNCTION_WORDS.has(normal) && stem.length > 1 && !terms.has(term)) terms.set(term, word);
  }
  return terms;
}

/** Letters that Arabic puts before and into the consonants of a root. */
const BEFORE_ROOT = /^(?:است|مست|يست|تست|نست|ان|من|ين|تن|ات|مت|يت|تت|نت|ا|م|ت|ي|ن|س)(?=.{3,})/u;
const LEAST_ROOT = 3;

/**
 * The consonants that are left of an Arabic stem, a rough root: `طلق` of انطلاق and منطلق. Null where too few are left to tell
 * one word from another, and for other scripts.
 */
export function rootOf(stem: string): string | null {
  if (!/^[\u0621-\u064a]+$/.test(stem)) return null;
  const bare = stem.replace(BEFORE_ROOT, '').replace(/[اويىءأؤئإآة]/gu, '');
  return bare.length >= LEAST_ROOT ? bare : null;
}
