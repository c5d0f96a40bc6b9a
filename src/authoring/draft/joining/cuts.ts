// Cuts what was said where a proposition can end: after sentences, before coordinated clauses, at commas.
import type { Span } from '../article.ts';
import type { Utterance } from '../utterance.ts';
import { type Border, bordersIn, type Place } from './borders.ts';

/** A stretch of words that is never cut, and the border before it. */
export type Piece = { span: Span; border: Border };

/** The fewest words on either side of a border. */
const LEAST_WORDS: Readonly<Record<Border, number>> = { sure: 3, clause: 2, weak: 2 };

/** Of more pieces only those after sure borders are looked at. */
const MOST_PIECES = 24;

/** The pieces of an utterance in order; none shorter than two words is cut off alone. */
export function piecesOf(text: string, { contents }: Utterance): Piece[] {
  return contents.flatMap((content) => {
    const borders = bordersIn(text, content);
    const levels = (['sure', 'clause', 'weak'] as const).map((level) =>
      borders.filter(({ border }) => border === level),
    );
    let pieces: Piece[] = [{ span: content, border: 'sure' }];
    for (const cuts of levels) {
      const finer = pieces.flatMap((piece) => cut(text, piece, cuts));
      if (finer.length > MOST_PIECES && pieces.length > 1) break;
      pieces = finer;
    }
    return pieces.map(({ span, border }) => ({ span: trimmed(text, span), border }));
  });
}

/** A piece cut at those of the given places that leave enough words on both sides. */
function cut(text: string, { span: { start, end }, border: first }: Piece, cuts: readonly Place[]): Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  let border = first;
  for (const next of cuts) {
    if (next.at <= from || next.at >= end) continue;
    const least = LEAST_WORDS[next.border];
    if (wordsIn(text.slice(from, next.at)) < least || wordsIn(text.slice(next.at, end)) < least) continue;
    pieces.push({ span: { start: from, end: next.at }, border });
    from = next.at;
    border = next.border;
  }
  pieces.push({ span: { start: from, end }, border });
  return pieces;
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

/** Without spaces at the ends; without full stop, dots, comma and dash at the end. */
function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const before = words.length - words.trimStart().length;
  let after = words.length;
  while (after > before + 1 && /[\s.…،,؛;–—-]/.test(words.charAt(after - 1))) after -= 1;
  return { start: start + before, end: start + Math.max(after, before + 1) };
}
