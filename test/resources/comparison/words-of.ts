// Makes the words of a rendition from its quotes, one after another in the source.
import { type QuotedWord, quotedWords } from '../../../src/resources/statements/quoted-words.ts';

/** Quotes with a place: each starts ten code points after the one before it has ended. */
export function quotesOf(texts: readonly string[]): { text: string; start: number; end: number }[] {
  let at = 0;
  return texts.map((text) => {
    const start = at;
    const end = start + [...text].length;
    at = end + 10;
    return { text, start, end };
  });
}

export const wordsOf = (...texts: string[]): QuotedWord[] => quotedWords(quotesOf(texts));

/** Length of a longest common subsequence, by the textbook's table. */
export function commonLength(one: readonly string[], other: readonly string[]): number {
  let row = new Array<number>(other.length + 1).fill(0);
  for (const each of one) {
    const above = row;
    row = [0];
    for (const [at, against] of other.entries()) {
      const diagonal = Number(above[at]);
      row.push(each === against ? diagonal + 1 : Math.max(Number(above[at + 1]), Number(row[at])));
    }
  }
  return Number(row.at(-1));
}
