// Reads English headlines and transcripts: 'Name: words', 'words: source', 'NAME: words'.
import type { Paragraph, TokenRange } from '../article.ts';
import { isCapital, low } from './tokens.ts';
import { sources } from './words.ts';

export type Labelled = { speaker: TokenRange; content: TokenRange; colon: number };

/** A paragraph whose speaker stands before or after a colon; null where it is none. */
export function labelledOf(paragraph: Paragraph): Labelled | null {
  const { tokens, number } = paragraph;
  const colon = tokens.findIndex((token) => token.text === ':');
  if (colon < 1 || colon > 24) return null;
  const before = tokens.slice(0, colon);
  if (colon <= 6 && before.every((token) => /^[\p{Lu}.'’-]+$/u.test(token.text)) && colon + 2 < tokens.length)
    return { speaker: { from: 0, to: colon }, content: { from: colon + 1, to: tokens.length }, colon };
  if (number !== 1 || tokens.length > 30) return null;
  const names = before.filter((token) => token.word);
  if (
    colon <= 6 &&
    names.length === before.length &&
    names.every((token) => isCapital(token)) &&
    colon + 3 < tokens.length
  )
    return { speaker: { from: 0, to: colon }, content: { from: colon + 1, to: tokens.length }, colon };
  return sourceLast(paragraph, colon);
}

function sourceLast(paragraph: Paragraph, colon: number): Labelled | null {
  const { tokens } = paragraph;
  const last = tokens.at(-1)?.text === '.' ? tokens.length - 1 : tokens.length;
  if (last - colon > 5 || last - colon < 2) return null;
  const speaks = sources.has(low(tokens, last - 1));
  return speaks ? { speaker: { from: colon + 1, to: last }, content: { from: 0, to: colon }, colon } : null;
}
