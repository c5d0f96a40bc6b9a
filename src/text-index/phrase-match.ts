// Decides whether the words of a phrase stand next to each other in a document, by their positions.
import { exactFlag, quotedFlag } from './impacts.ts';
import { fieldOf, lastPlace, type Positions, startOf } from './positions.ts';

/** The positions of one word of the phrase in the current document: from `start` to before `end`. */
export interface PositionCursor {
  readonly postings: Positions;
  /** The index of the form that is asked for in the block's list of forms; -1 if no document of the block has it. */
  readonly form: number;
  start: number;
  end: number;
}

/** Moves to a document, by its index in the block's postings. */
export function moveTo(cursor: PositionCursor, document: number): void {
  cursor.start = startOf(cursor.postings, document);
  cursor.end = cursor.start + (cursor.postings.counts[document] as number);
}

/**
 * The flags of the current document: whether the phrase occurs in the exact forms, and whether inside quotation marks.
 * Null if it does not occur; with `isExact`, occurrences in other forms do not count.
 */
export function matchPhrase(words: readonly PositionCursor[], isExact: boolean): number | null {
  const [first] = words as [PositionCursor];
  const { positions } = first.postings;
  let flags = 0;
  let isFound = false;
  for (let at = first.start; at < first.end; at++) {
    const position = positions[at] as number;
    if ((position & lastPlace) + words.length > lastPlace) continue; // words beyond all share the last place
    const exactness = exactnessAt(words, position);
    if (exactness === null || (isExact && exactness === 0)) continue;
    isFound = true;
    flags |= exactness | (fieldOf(position) === 0 ? quotedFlag : 0);
  }
  return isFound ? flags : null;
}

/** `exactFlag` if the phrase begins at this position in its exact forms, 0 if in others; null if it does not. */
function exactnessAt(words: readonly PositionCursor[], position: number): number | null {
  let exactness = exactFlag;
  for (let next = 0; next < words.length; next++) {
    const word = words[next] as PositionCursor;
    const at = indexOf(word, position + next);
    if (at === -1) return null;
    const { forms } = word.postings;
    const form = forms.length === 0 ? 0 : (forms[at] as number);
    if (form !== word.form) exactness = 0;
  }
  return exactness;
}

/** A linear search: a word has few positions in a document. */
function indexOf({ postings: { positions }, start, end }: PositionCursor, position: number): number {
  for (let at = start; at < end; at++) if (positions[at] === position) return at;
  return -1;
}
