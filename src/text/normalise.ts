/**
 * Brings text to the one spelling under which it is compared, indexed and asked for.
 *
 * The rules, in order:
 *
 * 1. NFKC (Unicode UAX #15): presentation forms, ligatures, full width and composed letters become plain ones.
 * 2. Lower case; `ß` becomes `ss` and `ς` becomes `σ` (Unicode CaseFolding.txt).
 * 3. Combining marks, tatweel, format characters (bidi controls, joiners, soft hyphens) and the letters that
 *    only stand for an apostrophe are removed (the marks and tatweel of Lucene's ArabicNormalizer, and more).
 * 4. Arabic letters with several spellings become one, digits become ASCII (Lucene's ArabicNormalizer,
 *    PersianNormalizer and DecimalDigitFilter). Hamza on waw and yeh (ؤ ئ) stays, as it does there.
 * 5. Latin, Greek and Cyrillic letters lose their accents (as Lucene's ASCIIFoldingFilter), but Cyrillic `й`
 *    stays apart from `и`, because it is a letter of its own and not an accented one.
 *
 * Nothing here can fail: a lone surrogate, a NUL or an empty text goes through unchanged.
 */

import { FOLDABLE, foldLetter } from './letters.ts';

/** A normalised text that knows where each of its positions came from. */
export type MappedText = {
  /** Equal to `normalise(text)`. */
  normal: string;
  /**
   * One entry per UTF-16 unit of `normal`, and one more for its end: the UTF-16 index in the original where
   * the character that gave it starts. Never decreases; the last entry is the length of the original.
   */
  offsets: readonly number[];
};

/** A half-open range `[start, end)`, in the unit that the function giving it names. */
export type Range = { start: number; end: number };

const REMOVED = /[\p{M}\u0640\u02b9-\u02bf\u00ad\u061c\u200c-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;

/** Letters that NFKC leaves alone and that need at most lower case. */
const ASCII = /^[\0-\x7f]*$/;

/**
 * What NFKC may compose to one: a character with the marks after it, or a run of Hangul, whose parts are no
 * marks (UAX #15). Cut at these borders, a text normalises to the same as in one piece.
 */
const CLUSTER =
  /[\u1100-\u11ff\u3131-\u318e\ua960-\ua97f\uac00-\ud7ff\uffa0-\uffdc]+\p{M}*|[\s\S][\p{M}\uff9e\uff9f]*/gu;

/** The text under the rules above. Takes any string, also one that is not well-formed UTF-16. */
export function normalise(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFKC').toLowerCase().replace(REMOVED, '').replace(FOLDABLE, foldLetter);
}

/** As `normalise`, with the way back to the original. About ten times slower; for text that is shown. */
export function normaliseWithOffsets(text: string): MappedText {
  let normal = '';
  const offsets: number[] = [];
  for (const match of text.matchAll(CLUSTER)) {
    const piece = normalise(match[0]);
    normal += piece;
    for (let unit = 0; unit < piece.length; unit += 1) offsets.push(match.index);
  }
  offsets.push(text.length);
  return { normal, offsets };
}

/**
 * The range of the original, in UTF-16 units, that gave `[start, end)` of the normalised text. It holds the
 * whole of each character and the marks after it, even where one character (ﷺ) gave several. Throws a
 * RangeError for positions that the normalised text does not have.
 */
export function originalRange(mapped: MappedText, start: number, end: number): Range {
  const { offsets } = mapped;
  const length = offsets.length - 1;
  let to = end;
  while (to > start && to < length && offsets[to] === offsets[end - 1]) to += 1;
  const range = { start: offsets[start], end: offsets[to] };
  if (range.start === undefined || range.end === undefined || end < start)
    throw new RangeError(`[${start}, ${end}) is not a range of a text of length ${length}`);
  return { start: range.start, end: range.end };
}
