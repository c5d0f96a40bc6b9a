// The words that a rendition quotes: where each stands in the source, and the keys by which it is compared.

import { codePointCounter } from '../../text/code-points.ts';
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
