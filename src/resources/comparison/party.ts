// A rendition as a party to a comparison: its words, and the text between them.

import { type QuotedWord, quotedWords } from '../statements/quoted-words.ts';
import type { Rendition } from '../statements/schema.ts';
import type { Span } from './schema.ts';

/** A rendition with the words that it quotes. */
export interface Party {
  rendition: Rendition;
  language: string;
  words: QuotedWord[];
}

export const partyOf = (rendition: Rendition): Party => ({
  rendition,
  language: rendition.language,
  words: quotedWords(rendition.quotes),
});

/** Words that follow one another as text of the source, a span for each quote that they stand in. Without a text they have no place. */
export function spans({ rendition }: Party, words: readonly QuotedWord[]): Span[] {
  const spans: Span[] = [];
  for (const [quote, { text, start }] of rendition.quotes.entries()) {
    const within = words.filter((word) => word.quote === quote);
    const [first, last] = [within.at(0), within.at(-1)];
    if (!first || !last) continue;
    const written = [...text].slice(first.start, last.end).join('');
    const place =
      start === null ? { start, end: null } : { start: start + first.start, end: start + last.end };
    spans.push({ quote, text: written, ...place });
  }
  return spans;
}
