// Positions in an article: ranges of its text and of a paragraph's tokens; and the languages it may have.
export type Language = 'ar' | 'en';

/** Half-open range in UTF-16 units of the article's text. */
export type Span = { start: number; end: number };

/** Half-open range of token indices in a paragraph. */
export type TokenRange = { from: number; to: number };

/** Whether a range holds the token at an index. */
export function holds({ from, to }: TokenRange, at: number): boolean {
  return at >= from && at < to;
}

/** A span without spaces at its ends. */
export function tight(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length };
}
