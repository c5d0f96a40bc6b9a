/**
 * Finds in an original text what a query asks for. It compares the same forms and stems as the index, so it marks what made a
 * document match; and it marks the text as it is written, with its vowel marks and spellings.
 */

import { codePointCounter } from './code-points.ts';
import { piecesOf } from './pieces.ts';
import type { Clause, TextQuery } from './query.ts';
import { type Range, snippetOf } from './snippet.ts';
import type { Word } from './words.ts';

/** `ranges`: in Unicode code points of the original, in order, without overlaps. `snippet`: HTML, hits in `<mark>`. */
export interface Highlight {
  ranges: Range[];
  snippet: string;
}

/** The length of a snippet: UTF-16 units of the original that it shows. */
const snippetLength = 240;

/** Returns a function that highlights a text, and returns null if nothing in it matches. Excluded clauses mark nothing. */
export function highlighter(query: TextQuery): (text: string) => Highlight | null {
  const clauses = query.kind === 'matching' ? query.must : [];
  const forms = new Set(clauses.flatMap((clause) => clause.forms));
  const stems = new Set(clauses.flatMap((clause) => clause.stems.flat()));
  const isAsked = ({ form, stem }: Word): boolean => forms.has(form) || stems.has(stem);
  return (text) => {
    const pieces = piecesOf(text);
    if (!pieces.some(({ words }) => words.some(isAsked))) return null; // most texts end here
    const found: Word[] = [];
    const offsets: number[] = [];
    let offset = 0;
    for (const { words, length } of pieces) {
      for (const word of words) {
        found.push(word);
        offsets.push(offset);
      }
      offset += length + 1;
    }
    const hits: Range[] = [];
    for (const [at, first] of found.entries()) {
      if (!isAsked(first)) continue;
      for (const clause of clauses) {
        if (!matchesAt(clause, found, at)) continue;
        const last = at + clause.forms.length - 1;
        hits.push({
          start: (offsets[at] as number) + first.start,
          end: (offsets[last] as number) + (found[last] as Word).end,
        });
      }
    }
    if (hits.length === 0) return null;
    const ranges = merge(hits);
    return { ranges: inCodePoints(text, ranges), snippet: snippetOf(text, ranges, snippetLength) };
  };
}

/** Whether the words from an index on have the forms of the clause, or one of its sequences of stems. */
const matchesAt = ({ forms, stems }: Clause, found: readonly Word[], at: number): boolean =>
  forms.every((form, next) => found[at + next]?.form === form) ||
  stems.some((sequence) => sequence.every((stem, next) => found[at + next]?.stem === stem));

/** Joins ranges that overlap. They ascend by their start. */
function merge(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    if (last !== undefined && range.start < last.end) last.end = Math.max(last.end, range.end);
    else merged.push(range);
  }
  return merged;
}

function inCodePoints(text: string, ranges: readonly Range[]): Range[] {
  const at = codePointCounter(text);
  return ranges.map(({ start, end }) => ({ start: at(start), end: at(end) }));
}
