// Counts code points, in which all positions of the record are given, and names them.

/** Half of a character that is two UTF-16 units; in a text without any, a unit is a code point. */
const SURROGATE = /[\ud800-\udfff]/;

/** Returns a function from a UTF-16 index to the number of code points before it. Indexes must be asked for in order. */
export function codePointCounter(text: string): (index: number) => number {
  if (!SURROGATE.test(text)) return (index) => index;
  let counted = 0;
  let points = 0;
  return (index) => {
    points += [...text.slice(counted, index)].length;
    counted = index;
    return points;
  };
}

/** `U+00A0`, for the first code point of a text. */
export const codePointName = (text: string): string =>
  `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
