/**
 * The stems under which an Arabic word of a query may stand in the index.
 *
 * Light stemming leaves ب ل ك ف on a word, because in the index nothing distinguishes لبوتين (to Putin) from a word
 * that begins with ل. In a query the word is known. So its forms with a preposition are searched as well and, if the
 * word of the query begins with one, the word without it. Chen and Gey (TREC 2002) take ب and ل off by similar
 * evidence: the rest must be a word by itself.
 */
import { headWord, isListed, isParticle, readListed } from './arabic-lexicon.ts';
import { stemArabic, withoutPrefix } from './arabic-stem.ts';
import { usualSpelling } from './usual-spelling.ts';

const PROCLITICS = ['ب', 'ل', 'ك', 'ف'] as const;
const ATTACHED = ['', ...PROCLITICS, 'فب', 'فل'] as const;

/** With fewer letters, what looks like a preposition is the first letter of the word (كامل, بعيد, فكرة). */
const LETTERS_LEFT = 4;
/** A shorter word makes too many others with a letter before it (رد: برد, فرد, ورد). */
const LETTERS_TO_ATTACH = 3;

/** The stems of a normalised Arabic word, its own first; at most 30, none twice. */
export function askedStems(normal: string): string[] {
  const word = usualSpelling(normal);
  const stem = stemArabic(word);
  if (isParticle(stem)) return [stem];
  const bare = withoutPrefix(word);
  const roots = [word, bare, headWord(word)];
  // No preposition follows an article: the ف of الفرضية is the word's own.
  const article = word.slice(0, word.length - bare.length).includes('ل');
  if (!article) roots.push(...PROCLITICS.flatMap((proclitic) => withoutProclitic(proclitic, bare)));
  return [...new Set([stem, ...roots.flatMap(stemsWithProclitics)])];
}

/** None where the word is a listed one, or too little is left that is not itself listed. */
function withoutProclitic(proclitic: string, word: string): string[] {
  if (!word.startsWith(proclitic) || isListed(word)) return [];
  const rest = word.slice(proclitic.length);
  if (isParticle(headWord(rest))) return [];
  return rest.length >= LETTERS_LEFT || isListed(rest) ? [rest] : [];
}

/** A form is left out where the letter before it belongs to a listed word (عيد, بعيد). */
function stemsWithProclitics(root: string): string[] {
  if (root.length < LETTERS_TO_ATTACH) return [stemArabic(root)];
  return ATTACHED.filter((proclitic) => {
    const reading = readListed(proclitic + root);
    return proclitic === '' || reading === undefined || reading.prefix >= proclitic.length;
  }).map((proclitic) => stemArabic(proclitic + root));
}
