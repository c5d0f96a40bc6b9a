// Finds quoted words inside a passage, and tells whether they stand between quotation marks.
import type { Article, Stretch } from './article.ts';

const opening = new Set(['«', '"', '“', '‹', '„', '”']);
const closing = new Set(['»', '"', '”', '›', '“']);

/** Any quotation mark, in a pattern. */
export const quotationMark = /[«»"“”„]/u;

/**
 * Where each quote stands inside the span, in order; a complaint in place of one that is not there. Of several
 * places the first that stands between marks is taken, because the same words may stand outside them too.
 */
export function findQuotes(article: Article, span: Stretch, quotes: readonly string[]): (Stretch | string)[] {
  let from = span.start;
  return quotes.map((quote) => {
    const places = article.findAll(quote, { start: from, end: span.end });
    const place = places.find((each) => isMarked(article, each)) ?? places[0];
    if (place) from = place.end;
    return place ?? notThere(article, span, quote);
  });
}

function notThere(article: Article, span: Stretch, quote: string): string {
  const isEarlier = article.findAll(quote, span).length > 0;
  if (isEarlier) return 'stands before the quote above it; put the quotes in the order of the text';
  return 'is not inside the passage; write it to the letter, or give the passage more words';
}

/** Whether quotation marks stand right around a stretch, spaces and a full stop aside. */
export function isMarked(article: Article, { start, end }: Stretch): boolean {
  const isOpened = opening.has(nextMark(article, start - 1, -1));
  const isClosed = closing.has(nextMark(article, end, 1));
  return isOpened && isClosed;
}

/** The next character in a direction that is neither a space nor a stop. */
function nextMark(article: Article, from: number, step: 1 | -1): string {
  for (let at = from; at >= 0; at += step) {
    const character = article.slice({ start: at, end: at + 1 });
    if (character === '' || !/[\s.,،؛!؟?…]/u.test(character)) return character;
  }
  return '';
}
