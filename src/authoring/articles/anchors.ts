// Finds the span of a passage from its first and last words.
import type { Article, Stretch } from './article.ts';
import { nearMiss } from './near-miss.ts';

/** The words that a passage begins and ends with, and the paragraph it stands in where that was given. */
export interface Anchors {
  first: string;
  /** The same as `first` where the passage is given whole. */
  last: string;
  paragraph: number | undefined;
}

/** Where a passage stands: the number of its paragraph, from 1, and its offsets. */
export interface Located extends Stretch {
  paragraph: number;
}

/**
 * The one span that begins with the first words and ends with the nearest last words after them, inside one
 * paragraph; or a complaint with a way out. Anchors that begin and end with whole words count before others, so that
 * قال is not found inside وقال.
 */
export function findPassage(article: Article, anchors: Anchors): Located | string {
  const everywhere = article.paragraphs.flatMap((bounds, at) => spansIn(article, bounds, at + 1, anchors));
  const inHint = everywhere.filter(({ paragraph }) => paragraph === (anchors.paragraph ?? paragraph));
  const whole = inHint.filter((span) => isOfWholeWords(article, span));
  const candidates = whole.length > 0 ? whole : inHint;
  const [only] = candidates;
  if (candidates.length === 1 && only) return only;
  if (candidates.length > 1) return ambiguous(candidates, anchors);
  return missing(article, everywhere, anchors);
}

/** The spans of a paragraph, one for each place of the first words that last words follow. */
function spansIn(article: Article, bounds: Stretch, paragraph: number, { first, last }: Anchors): Located[] {
  const ends = article.findAll(last, bounds);
  return article.findAll(first, bounds).flatMap((begin) => {
    const end = ends.find((each) => each.start >= begin.start && each.end >= begin.end);
    return end ? [{ paragraph, start: begin.start, end: end.end }] : [];
  });
}

function isOfWholeWords(article: Article, span: Stretch): boolean {
  const { before, after } = article.around(span);
  return !isLetter(before) && !isLetter(after);
}

const isLetter = (character: string): boolean => /[\p{L}\p{M}\p{N}]/u.test(character);

function ambiguous(candidates: readonly Located[], { first }: Anchors): string {
  const numbers = [...new Set(candidates.map(({ paragraph }) => paragraph))];
  const [only] = numbers;
  if (numbers.length === 1)
    return `'${first}' stands ${candidates.length} times in paragraph ${only}; give more words`;
  return `'${first}' stands in paragraphs ${numbers.join(', ')}; give more words, or paragraph: N`;
}

function missing(
  article: Article,
  everywhere: readonly Located[],
  { first, last, paragraph }: Anchors,
): string {
  const [elsewhere] = everywhere;
  if (elsewhere)
    return `not in paragraph ${paragraph}, but in paragraph ${elsewhere.paragraph}; correct the number`;
  const numbersOf = (words: string) =>
    article.paragraphs.flatMap((bounds, at) => (article.findAll(words, bounds).length > 0 ? [at + 1] : []));
  const [firsts, lasts] = [numbersOf(first), numbersOf(last)];
  if (firsts.length === 0) return notThere(article, first);
  if (lasts.length === 0) return notThere(article, last);
  return `'${last}' does not follow '${first}' inside one paragraph (${firsts.join(', ')} against ${lasts.join(', ')})`;
}

/** With the difference, where the words stand in the article but for what nobody sees. */
function notThere(article: Article, words: string): string {
  const near = nearMiss(article, words, article.paragraphs);
  if (near !== null) return `'${words}' ${near}`;
  return `'${words}' is not in the article; write it to the letter`;
}
