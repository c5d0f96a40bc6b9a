// Positions in an article: ranges of its text and of a paragraph's tokens, and the languages it may have.

export type Language = 'ar' | 'en';

/** Half-open range in UTF-16 units of the article's text. */
export type Span = { start: number; end: number };

/** Half-open range of token indices in a paragraph. */
export type TokenRange = { from: number; to: number };
