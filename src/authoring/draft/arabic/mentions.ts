// Turns the tokens that name a speaker into words of the article with their position.
import type { Article } from '../article.ts';
import type { Mention } from '../utterance.ts';
import type { Found } from './speakers.ts';

/** The words of a found speaker, or null where its range is empty. */
export function mentionOf(article: Article, found: Found): Mention | null {
  const first = found.paragraph.tokens[found.range.from];
  const last = found.paragraph.tokens[found.range.to - 1];
  if (first === undefined || last === undefined) return null;
  return { start: first.start, end: last.end, text: article.text.slice(first.start, last.end) };
}
