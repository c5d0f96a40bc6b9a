// Reads English headlines and transcripts: 'Name: words', 'words: source', 'NAME: words'.

import type { Paragraph, TokenRange } from '../article.ts';
import { textAt } from '../tokens.ts';
import { isCapital, isFiniteVerb, isPronoun, low } from './tokens.ts';
import { labels, prepositions, sources } from './words.ts';

export type Labelled = { speaker: TokenRange; content: TokenRange; colon: number };

/** WATCH: Premier on tests. A line that points to another page or to a picture; nobody says it here. */
export function pointsElsewhere({ tokens }: Paragraph): boolean {
  const colon = tokens.findIndex((token) => token.text === ':');
  return (
    colon >= 1 && colon <= 4 && labels.has(low(tokens, 0)) && isCapital(tokens[0]) && tokens.length <= 40
  );
}

/** A paragraph whose speaker stands before or after a colon; null where it is none. */
export function labelledOf(paragraph: Paragraph): Labelled | null {
  const { tokens, number } = paragraph;
  const colon = tokens.findIndex((token) => token.text === ':');
  if (colon < 1 || colon > 24) return null;
  const before = tokens.slice(0, colon);
  if (labels.has(low(tokens, 0)) || prepositions.has(low(tokens, 0))) return null;
  if (colon <= 6 && before.every((token) => /^[\p{Lu}.'’-]+$/u.test(token.text)) && colon + 2 < tokens.length)
    return { speaker: { from: 0, to: colon }, content: { from: colon + 1, to: tokens.length }, colon };
  if (number !== 1 || tokens.length > 30) return null;
  const names = before.filter((token) => token.word);
  if (
    colon <= 6 &&
    names.length === before.length &&
    names.every((token) => isCapital(token)) &&
    colon + 3 < tokens.length &&
    saysSomething(paragraph, colon + 1)
  )
    return { speaker: { from: 0, to: colon }, content: { from: colon + 1, to: tokens.length }, colon };
  return sourceLast(paragraph, colon);
}

/** Name: words that are a clause or begin with a quotation. A noun alone is a title (Ann Smith: queen of the north). */
function saysSomething({ tokens, openings }: Paragraph, from: number): boolean {
  if (openings.has(from) || /^['‘"“]$/.test(textAt(tokens, from))) return true;
  for (let at = from; at < tokens.length; at += 1)
    if (isFiniteVerb(low(tokens, at)) || isPronoun(low(tokens, at)) || tokens[at]?.text === '?') return true;
  return false;
}

function sourceLast(paragraph: Paragraph, colon: number): Labelled | null {
  const { tokens } = paragraph;
  const last = tokens.at(-1)?.text === '.' ? tokens.length - 1 : tokens.length;
  if (last - colon > 5 || last - colon < 2) return null;
  const speaks = sources.has(low(tokens, last - 1));
  return speaks ? { speaker: { from: colon + 1, to: last }, content: { from: 0, to: colon }, colon } : null;
}
