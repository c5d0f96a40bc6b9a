// A clause of several words that must stand next to each other: intersects their postings, then compares positions.
import type { ClausePostings } from './clause-postings.ts';
import type { ImpactTable } from './impact-table.ts';
import { exactFlag, maxImpact, quotedFlag } from './impacts.ts';
import {
  type BlockPostings,
  type BlockSummaries,
  type BlockSummary,
  documentFrequency,
  type IndexReader,
} from './index-reader.ts';
import type { Intersector } from './intersection.ts';
import { matchPhrase, moveTo, type PositionCursor } from './phrase-match.ts';
import { accumulatedBlock } from './term-query.ts';

/** A word of the phrase: its stem, and the number of its exact form (0 if no document has it). */
export interface PhraseWord {
  summaries: BlockSummaries;
  form: number;
}

export interface AskedPhrase {
  /** Two words or more, in order. */
  words: readonly PhraseWord[];
  /** Whether occurrences in other forms do not match. */
  isExact: boolean;
}

/** The postings of a phrase. Uses the buffers of the intersector, one block at a time. */
export function phraseQuery(
  reader: IndexReader,
  intersector: Intersector,
  phrase: AskedPhrase,
): ClausePostings {
  const shared = sharedSummaries(phrase);
  const fill = (key: number, table: ImpactTable): void => {
    const summaries = shared.get(key);
    if (summaries) accumulatePhrase(reader, intersector, summaries, phrase, table);
  };

  return {
    documentFrequency: Math.min(...phrase.words.map(({ summaries }) => documentFrequency(summaries))),
    blockKeys: () => shared.keys(),
    maxCount: (key) => Math.min(...(shared.get(key) as BlockSummary[]).map(({ count }) => count)),
    maxImpacts: () => [exactFlag | quotedFlag | maxImpact],
    accumulate: fill,
    collect: () => null,
    matching: (key) => accumulatedBlock(key, fill),
  };
}

/** The summaries of all words, by the keys of blocks that have all words. */
function sharedSummaries({ words, isExact }: AskedPhrase): Map<number, BlockSummary[]> {
  const [first] = words as [PhraseWord];
  const shared = new Map<number, BlockSummary[]>();
  for (const key of first.summaries.keys()) {
    const found = words.flatMap(({ summaries, form }) => {
      const summary = summaries.get(key);
      return summary && (!isExact || summary.forms.includes(form)) ? [summary] : [];
    });
    if (found.length === words.length) shared.set(key, found);
  }
  return shared;
}

/** Adds the documents in which the phrase occurs, each with the lowest impact of any of its words. */
function accumulatePhrase(
  reader: IndexReader,
  intersector: Intersector,
  summaries: readonly BlockSummary[],
  { words, isExact }: AskedPhrase,
  table: ImpactTable,
): void {
  const postings = summaries.map((summary) => reader.postings(summary));
  const { offsets, indexes } = intersector.intersect(postings.map(({ docs }) => docs));
  if (offsets.length === 0) return;
  const cursors = summaries.map((summary, at): PositionCursor => {
    const form = summary.forms.indexOf((words[at] as PhraseWord).form);
    return { postings: reader.positions(summary), form, start: 0, end: 0 };
  });
  for (let at = 0; at < offsets.length; at++) {
    let impact = maxImpact;
    for (let word = 0; word < postings.length; word++) {
      const document = (indexes[word] as Uint32Array)[at] as number;
      moveTo(cursors[word] as PositionCursor, document);
      impact = Math.min(impact, ((postings[word] as BlockPostings).impacts[document] as number) & maxImpact);
    }
    const flags = matchPhrase(cursors, isExact);
    if (flags !== null) table.add(offsets[at] as number, flags | impact);
  }
}
