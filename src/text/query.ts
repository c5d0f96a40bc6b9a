/**
 * Reads what somebody typed into a search box. No text is an error; what is no sign of the language is text.
 *
 * Several words mean all of them; `"..."`, `«...»` and `“...”` mean these words in this order and form;
 * `-word` and `-"..."` exclude. A quotation mark without its partner is text, and so are AND, OR, NEAR, `*`.
 */
import { askedStems } from './arabic-forms.ts';
import { words } from './words.ts';

/** A word asked for: its exact form, and the stems under which its other forms stand in the index. */
export type AskedWord = { normal: string; stems: readonly string[] };

/**
 * Words that must stand side by side in this order; at least one. `exact` where only these very forms count
 * (a phrase in quotation marks), else any form of them. `F-35` is a part of two words that is not exact.
 */
export type Part = { words: readonly AskedWord[]; exact: boolean };

/** `cut` tells that the text was longer, or had more words, than is read. */
export type Query = {
  terms: readonly Part[];
  phrases: readonly Part[];
  excluded: readonly Part[];
  cut: boolean;
};

/** More than any question needs; it bounds the work that one request can ask for. */
export const MAX_QUERY_LENGTH = 500;
export const MAX_QUERY_WORDS = 32;

const EXCLUDES = '((?<=^|\\s)-(?=[\\p{L}\\p{N}"«“]))?';
const PHRASE = '"([^"]*)"|«([^»]*)»|“([^”]*)”';
/** A run of anything but spaces, quotation marks and what ends a clause; 1,000 is one run. */
const CHUNK = '((?:[^\\s"«»“”،,;؛?؟!()\\[\\]{}]|(?<=\\p{N}),(?=\\p{N}))+)';
const PARTS = new RegExp(`${EXCLUDES}(?:${PHRASE}|${CHUNK})`, 'gu');

const ARABIC = /^[\u0621-\u064a]+$/;
/** A proclitic that punctuation parted from its word: و«القمة», لـ15. */
const DETACHED = /^[\u0621-\u064a]$/;

/** What the text asks for, its parts in the order in which they were typed. Reads at most the bounds above. */
export function parseQuery(text: string): Query {
  const query = { terms: [] as Part[], phrases: [] as Part[], excluded: [] as Part[] };
  let left = MAX_QUERY_WORDS;
  let cut = text.length > MAX_QUERY_LENGTH;
  for (const match of text.slice(0, MAX_QUERY_LENGTH).matchAll(PARTS)) {
    const [, exclude, straight, angled, curly, chunk] = match;
    const part = toPart([straight, angled, curly, chunk].join(''), chunk === undefined);
    if (part.words.length > left) cut = true;
    if (part.words.length === 0 || part.words.length > left) continue;
    left -= part.words.length;
    listFor(query, exclude !== undefined, part.exact).push(part);
  }
  return { ...query, cut };
}

function listFor<T>(
  query: Record<'terms' | 'phrases' | 'excluded', T[]>,
  exclude: boolean,
  exact: boolean,
): T[] {
  if (exclude) return query.excluded;
  return exact ? query.phrases : query.terms;
}

function toPart(text: string, exact: boolean): Part {
  const found = words(text);
  const kept = exact ? found : found.filter((word) => !DETACHED.test(word.normal));
  const asked = (kept.length === 0 ? found : kept).map((word) => ({
    normal: word.normal,
    // Its own stem comes first; only a word that is too long to be stemmed in a text has another.
    stems: ARABIC.test(word.normal) ? [...new Set([word.stem, ...askedStems(word.normal)])] : [word.stem],
  }));
  return { words: asked, exact };
}
