/**
 * Cuts text into words: the place of each in the original, its letters as written, its normalised form, and its stem.
 *
 * A word is a run of letters, digits and the marks on them (after Unicode UAX #29), with these differences:
 * letters are separated from adjacent digits, and Arabic letters from others (لـ15, F16, الـCNN); a number with
 * marks between its groups of three digits is one word (1,500); initials with full stops are one word (U.S., أ.ف.ب); an apostrophe between letters belongs to the word, and the normalised word drops it,
 * with an English possessive 's. All else divides: spaces, punctuation of any script, underscores, hyphens.
 *
 * One precompiled expression is several times faster than Intl.Segmenter (figures in docs/search.md), and the
 * forms of a word are computed once and cached: a text of millions of words has far fewer different ones.
 */
import { asWritten, normalise } from './normalise.ts';
import { stem } from './stem.ts';

/** The forms of a word by which it is compared, from the strictest on. */
export interface WordForm {
  /** Its letters as they are written. */
  form: string;
  /** Its normalised letters. */
  normal: string;
  stem: string;
}

/** A word as it stands in a text: from `start` to before `end`, in UTF-16 units. */
export interface Word extends WordForm {
  text: string;
  start: number;
  end: number;
}

/** Arabic letters with tatweel; the digits and marks of the block are not among them. */
const ARABIC =
  '\\u0620-\\u064a\\u066e\\u066f\\u0671-\\u06d3\\u06d5\\u06e5\\u06e6\\u06ee\\u06ef\\u06fa-\\u06fc\\u06ff' +
  '\\u0750-\\u077f\\u08a0-\\u08c9\\ufb50-\\ufdfb\\ufe70-\\ufefc';
/** Characters without width inside a word: they belong to it only where the word goes on after them. */
const JOINERS = '[\\u00ad\\u061c\\u200c-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff]+';
const LETTER = `(?![${ARABIC}])\\p{L}`;
const DIGITS = `\\p{N}(?:\\p{N}|\\p{M}|${JOINERS}(?=\\p{N}|\\p{M}))*`;
/** Between groups of three digits: commas, the Arabic thousands mark, spaces that hold a number together. */
const GROUP_MARK = '[,\\u066c\\u060c\\u00a0\\u2009\\u202f]';

const WORD = new RegExp(
  [
    '\\p{L}\\p{M}*(?:\\.\\p{L}\\p{M}*)+(?![\\p{L}\\p{N}])',
    `[${ARABIC}](?:[${ARABIC}\\p{M}]|${JOINERS}(?=[${ARABIC}\\p{M}]))*`,
    `${LETTER}(?:${LETTER}|\\p{M}|${JOINERS}(?=${LETTER}|\\p{M})|['’‘＇](?=${LETTER}))*`,
    `\\p{N}{1,3}(?:${GROUP_MARK}\\p{N}{3})+(?!\\p{N})`,
    DIGITS,
  ].join('|'),
  'gu',
);

const POSSESSIVE = /['’‘]s$/;
const DROPPED = /['’‘.]/g;
const GROUP_MARKS = new RegExp(GROUP_MARK, 'gu');
/** Some characters are normalised to several words (ﷺ) or to a fraction (½). */
const PIECE = /[\p{L}\p{N}]+/gu;

/** Bounds the cache of forms to about 22 MB. It is cleared when it is full. */
const MAX_CACHED = 100_000;
/** UTF-16 units. A longer word is a slice that keeps the whole text in memory, so it is not cached. */
const MAX_CACHED_LENGTH = 12;
const cache = new Map<string, readonly WordForm[]>();

/**
 * The words of a text, in order. Where one character holds several words they share `start` and `end`.
 * Text without letters and digits has none.
 */
export function words(text: string): Word[] {
  const found: Word[] = [];
  WORD.lastIndex = 0; // a loop of its own, because matchAll makes an iterator and a copy of the expression each time
  for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) {
    const raw = match[0];
    const end = match.index + raw.length;
    for (const forms of formsOf(raw)) found.push({ text: raw, start: match.index, end, ...forms });
  }
  return found;
}

function formsOf(raw: string): readonly WordForm[] {
  if (raw.length > MAX_CACHED_LENGTH) return computeForms(raw);
  const known = cache.get(raw);
  if (known !== undefined) return known;
  const forms = computeForms(raw);
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(raw, forms);
  return forms;
}

function computeForms(raw: string): readonly WordForm[] {
  const written = piecesOf(asWritten(raw.replace(GROUP_MARKS, '')));
  return written.map((form) => {
    const normal = normalise(form);
    return { form: form === normal ? normal : form, normal, stem: stem(normal) };
  });
}

const piecesOf = (text: string): string[] =>
  text.replace(POSSESSIVE, '').replace(DROPPED, '').match(PIECE) ?? [];
