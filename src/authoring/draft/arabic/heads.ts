// Tells the words that begin the subject of an Arabic verb (titles, bodies, people without a name) from nouns of content.
import { anonymous, bodies, contentNouns, titles } from './words.ts';

/** What an article itself teaches: words seen in the subjects of clear reports, and all its words. */
export type Subjects = { words: ReadonlySet<string>; vocabulary: ReadonlySet<string> };

/** Patterns of verbal nouns: تشكيل, استعداد, اتخاذ, انسحاب, مشاركة, إطلاق. */
const VERBAL_NOUN =
  /^(?:ت\p{L}{2}ي\p{L}|است\p{L}{2,3}ا?\p{L}|ا(?!ل)\p{L}ت\p{L}ا\p{L}|ان\p{L}{2}ا\p{L}|م\p{L}ا\p{L}{2}ه|ت\p{L}ا\p{L}{2})(?:ه|ها|هم|هما)?$/u;
export function isContentNoun(norm: string): boolean {
  return (
    contentNouns.has(norm) ||
    (VERBAL_NOUN.test(norm) && !titles.has(norm)) ||
    /^ا\p{L}ا\p{L}ه$/u.test(norm) ||
    (/^ا(?!ل)\p{L}{2}ا\p{L}$/u.test(norm) && norm !== 'ايران')
  );
}

export function isHead(norm: string): boolean {
  if (titles.has(norm) || bodies.has(norm) || anonymous.has(norm)) return true;
  return norm.startsWith('و') && (titles.has(norm.slice(1)) || bodies.has(norm.slice(1)));
}
