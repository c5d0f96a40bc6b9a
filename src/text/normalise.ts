/**
 * Brings text to the spelling by which it is compared, indexed and searched.
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
 *    stays separate from `и`, because it is a letter of its own and not an accented one.
 *
 * Nothing here can fail: a lone surrogate, a NUL or an empty text goes through unchanged.
 */

import { decodeLetter, ENCODED, FOLDABLE, foldLetter } from './letters.ts';

const REMOVED = /[\p{M}\u0640\u02b9-\u02bf\u00ad\u061c\u200c-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;

/** Letters that NFKC leaves alone and that need at most lower case. */
const ASCII = /^[\0-\x7f]*$/;

/**
 * The text with its letters as they are written: rules 1 to 3 alone, digits in ASCII, and Persian letters that look like Arabic
 * ones in their encoding. By this على is not علي.
 */
export function asWritten(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFKC').toLowerCase().replace(REMOVED, '').replace(ENCODED, decodeLetter);
}

/** The text under the rules above. Takes any string, also one that is not well-formed UTF-16. */
export function normalise(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFKC').toLowerCase().replace(REMOVED, '').replace(FOLDABLE, foldLetter);
}
