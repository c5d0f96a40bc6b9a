// The words that a rendition quotes: where each stands in the source, and the keys by which it is compared.
import { usualSpelling } from '../../text/usual-spelling.ts';
import { words } from '../../text/words.ts';

/** Quoted words. */
export interface Quote {
  text: string;
}

/** A word inside quotation marks. `start` and `end` are code points from the start of its quote. */
export interface QuotedWord {
  text: string;
  start: number;
  end: number;
  /** Which of the rendition's quotes it stands in. */
  quote: number;
  /** Equal where only the spelling differs. */
  spelling: string;
  /** Equal where it is the same word in another form; always equal where the spelling key is. */
  stem: string;
}

/** All words of all quotes, in order; punctuation is left out. */
export const quotedWords = (quotes: readonly Quote[]): QuotedWord[] => quotes.flatMap(wordsOfQuote);

function wordsOfQuote({ text }: Quote, quote: number): QuotedWord[] {
  const at = codePointCounter(text);
  return words(text).map((word) => {
    const spelling = usualSpelling(word.normal);
    const place = { start: at(word.start), end: at(word.end) };
    return { text: word.text, ...place, quote, spelling, stem: word.stem };
  });
}

/** Half of a character beyond the first 65,536; without any, a unit is a code point. */
const SURROGATE = /[\ud800-\udfff]/;

/** Counts the code points before a UTF-16 index; indices must be asked for in order. */
function codePointCounter(text: string): (index: number) => number {
  if (!SURROGATE.test(text)) return (index) => index;
  let counted = 0;
  let points = 0;
  return (index) => {
    points += [...text.slice(counted, index)].length;
    counted = index;
    return points;
  };
}
