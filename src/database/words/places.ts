// Tells whether words stand side by side in a document, by the places at which each of them stands.
import { exactFlag, quotedFlag } from './impact.ts';
import { columnOf, lastInColumn } from './occurrences.ts';
import { type Places, startOf } from './standing.ts';

/** Where a word stands in one document: at the places from `start` to before `end`. */
export interface Standing {
  readonly all: Places;
  /** The index of the form that was asked for, -1 where nothing in the block has it. */
  readonly form: number;
  start: number;
  end: number;
}

/** Goes to a document, by its index. */
export function standIn(word: Standing, document: number): void {
  word.start = startOf(word.all, document);
  word.end = word.start + (word.all.counts[document] as number);
}

/**
 * The flags of a document in which the words stand side by side, somewhere or, with `isExact`, somewhere in the very
 * forms that were asked for; null where they do not.
 */
export function flagsOf(words: readonly Standing[], isExact: boolean): number | null {
  const [first] = words as [Standing];
  const { places } = first.all;
  let flags = 0;
  let stands = false;
  for (let at = first.start; at < first.end; at++) {
    const place = places[at] as number;
    if ((place & lastInColumn) + words.length > lastInColumn) continue; // all words beyond share the last place
    const exactness = exactnessFrom(words, place);
    if (exactness === null || (isExact && exactness === 0)) continue;
    stands = true;
    flags |= exactness | (columnOf(place) === 0 ? quotedFlag : 0);
  }
  return stands ? flags : null;
}

/** Whether the words that follow one another from a place have the forms that were asked for; null where they are others. */
function exactnessFrom(words: readonly Standing[], place: number): number | null {
  let exactness = exactFlag;
  for (let next = 0; next < words.length; next++) {
    const word = words[next] as Standing;
    const at = indexOf(word, place + next);
    if (at === -1) return null;
    const { forms } = word.all;
    const form = forms.length === 0 ? 0 : (forms[at] as number);
    if (form !== word.form) exactness = 0;
  }
  return exactness;
}

/** A word stands at few places of a document. */
function indexOf({ all: { places }, start, end }: Standing, place: number): number {
  for (let at = start; at < end; at++) if (places[at] === place) return at;
  return -1;
}
