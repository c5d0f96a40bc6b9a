// Finds quoted words inside a passage, and tells whether they stand between quotation marks.
import type { Article, Stretch } from './article.ts';
import { nearMiss } from './near-miss.ts';

/** Any quotation mark, in a pattern. */
export const quotationMark = /[«»"“”]/u;

/**
 * Where each quote stands inside the span, in order; a complaint in place of one that is not there. Of several
 * places the first that stands between marks is taken, because the same words may stand outside them too.
 */
export function findQuotes(article: Article, span: Stretch, quotes: readonly string[]): (Stretch | string)[] {
  let from = span.start;
  return quotes.map((quote) => {
    const places = article.findAll(quote, { start: from, end: span.end });
    const place = places.find((each) => isQuoted(article, each)) ?? places[0];
    if (place) from = place.end;
    return place ?? notThere(article, span, quote);
  });
}

function notThere(article: Article, span: Stretch, quote: string): string {
  const isEarlier = article.findAll(quote, span).length > 0;
  if (isEarlier) return 'stands before the quote above it; put the quotes in the order of the text';
  const near = nearMiss(article, quote, [span]);
  if (near !== null) return near;
  return 'is not inside the passage; write it to the letter, or give the passage more words';
}

/**
 * Whether a stretch stands inside quotation marks, as far as its paragraph shows: a pair is open before it, or an odd
 * number of straight marks, and a mark that can close comes after it. Stray marks can mislead this.
 */
export function isQuoted(article: Article, stretch: Stretch): boolean {
  return article.paragraphs.some(
    (paragraph) => contains(paragraph, stretch) && isQuotedIn(article, paragraph, stretch),
  );
}

const contains = (outer: Stretch, inner: Stretch): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

function isQuotedIn(article: Article, paragraph: Stretch, stretch: Stretch): boolean {
  const before = article.slice({ start: paragraph.start, end: stretch.start });
  const after = article.slice({ start: stretch.end, end: paragraph.end });
  const isPairOpen = countOf(before, /[«“]/gu) > countOf(before, /[»”]/gu);
  const isStraightOpen = countOf(before, /"/g) % 2 === 1;
  return (isPairOpen && /[»”]/u.test(after)) || (isStraightOpen && after.includes('"'));
}

const countOf = (text: string, pattern: RegExp): number => text.split(pattern).length - 1;
