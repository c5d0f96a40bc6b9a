// Cuts what was said where a proposition can end: after sentences, before coordinated clauses, at commas.
import type { Span } from '../article.ts';
import type { Utterance } from '../utterance.ts';

/**
 * How surely a new proposition begins: `sure` after a sentence and before a repeated 'that'; `clause` before a conjunction with a
 * clause; `weak` wherever a comma or an 'and' may join two clauses or only two words.
 */
export type Border = 'sure' | 'clause' | 'weak';

/** A stretch of words that is never cut, and the border before it. */
export type Piece = { span: Span; border: Border };

/** A full stop, dots or a question mark, with the closing mark after it, and a space or the end behind. */
const SENTENCE_END = /(?:\.+|…|[!?؟؛;])["»”]?(?=\s)/g;
/** A repeated 'that': the next clause of what was said. */
const REPEATED_THAT =
  /(?<=[\s،,])(?:(?:و|ف)ب?(?:أن|إن|ان|ألا|أنني|إنني)(?:ه|ها|هم|هما|نا|ني|ك|كم)?|and that|but that|or that)(?=\s)/gu;
const CONJUNCTION_WITH_CLAUSE =
  /(?<=\s)(?:و?لكن(?:ه|ها|هم|نا|ني|هما)?|إلا أن(?:ه|ها|هم|نا|ني)?|غير أن(?:ه|ها|هم|نا|ني)?|و(?:س[ينتأ]\p{L}{2,}|لا|لم|لن|قد|ليس|هناك|يجب|ينبغي|ما|نحن|هو|هي|هم|في طريق\p{L}*)|but|while|although|though)(?=\s)/giu;
const PERHAPS = /(?<=[،,]\s?)(?=\S)|(?<=\s[-–—]\s)|(?<=\s)(?:و(?=(?!ال)\p{L}{3,})|أو\s|and\s|or\s)/giu;

const PATTERNS: readonly (readonly [Border, RegExp])[] = [
  ['sure', REPEATED_THAT],
  ['clause', CONJUNCTION_WITH_CLAUSE],
  ['weak', PERHAPS],
];

/** The fewest words on either side of a border. */
const LEAST_WORDS: Readonly<Record<Border, number>> = { sure: 3, clause: 2, weak: 2 };

/** Of more pieces only those after sure borders are looked at. */
const MOST_PIECES = 24;

/** The pieces of an utterance in order; none shorter than two words is cut off alone. */
export function piecesOf(text: string, { contents }: Utterance): Piece[] {
  return contents.flatMap((content) => {
    const borders = bordersOf(text, content);
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

type Cut = { at: number; border: Border };

/** All places where a piece may begin, in order; of several borders at one place the surest. */
function bordersOf(text: string, { start, end }: Span): Cut[] {
  const words = text.slice(start, end);
  const cuts = new Map<number, Border>();
  for (const [border, pattern] of PATTERNS.toReversed())
    for (const match of words.matchAll(pattern)) cuts.set(match.index, border);
  for (const match of words.matchAll(SENTENCE_END))
    if (!isAbbreviation(words.slice(0, match.index + match[0].length)))
      cuts.set(match.index + match[0].length, 'sure');
  return [...cuts]
    .map(([at, border]) => ({ at: start + at, border }))
    .sort((one, other) => one.at - other.at);
}

function isAbbreviation(words: string): boolean {
  return /(?:^|\s)\p{L}\.$|\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|St|U\.S)\.$/u.test(words);
}

/** A piece cut at those of the given places that leave enough words on both sides. */
function cut(text: string, { span: { start, end }, border: first }: Piece, cuts: readonly Cut[]): Piece[] {
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
  const after = words.replace(/[\s.…،,؛;–—-]+$/u, '').length;
  return { start: start + before, end: Math.max(start + before + 1, start + after) };
}
