// Ranks the documents of a question, one block after another: no more is held than one block and the best hits.
import { blockSize } from '../postings/block.ts';
import type { BestHits } from './best-hits.ts';
import { type Laid, type Question, rankBlock } from './block-ranking.ts';
import { rarityOf, scoreOf, worths } from './impact.ts';
import { Levels } from './levels.ts';
import type { IndexPart } from './part.ts';

/**
 * Offers the documents of some blocks to the hits, and counts all of them. Where one word is all that is asked for, blocks
 * come by the best that they can hold, and one that cannot hold any of the hits is counted without being read. `tables`
 * are filled up as needed, empty before and after, and there to be used again.
 */
export function rank(question: Question, highs: readonly number[], hits: BestHits, tables: Levels[]): number {
  const laid = [...question.wanted, ...question.unwanted].map((part, at): Laid => {
    tables[at] ??= new Levels();
    return { part, levels: tables[at], worth: worths(rarityOf(part.documents, question.all)) };
  });
  const wanted = laid.slice(0, question.wanted.length);
  const unwanted = laid.slice(question.wanted.length);
  const [only] = wanted as [Laid];
  let total = 0;
  if (laid.length > 1 || question.among) {
    for (const high of highs) total += rankBlock(question, { wanted, unwanted, high }, hits);
    return total;
  }
  const scores = only.worth.map((worth, level) => scoreOf(level, worth));
  for (const { high, bound } of mostPromisingFirst(only.part, highs, scores)) {
    const offered = hits.couldTake(bound, high * blockSize) ? hits : null;
    const count = isPlain(question, high, hits) ? only.part.offer(high, scores, offered) : null;
    total += count ?? rankBlock(question, { wanted, unwanted, high }, hits);
  }
  return total;
}

interface Promised {
  high: number;
  /** No document of the block has a lower score. */
  bound: number;
}

/** Blocks by the best score that they could hold. */
function mostPromisingFirst(part: IndexPart, highs: readonly number[], scores: Float64Array): Promised[] {
  const promised = highs.map((high) => {
    const bounds = part.bounds(high).map((level) => scores[level] as number);
    return { high, bound: Math.min(...bounds) };
  });
  return promised.sort((a, b) => a.bound - b.bound || a.high - b.high);
}

/** Whether all of a block lies in the range, and the best are wanted. */
const isPlain = ({ range }: Question, high: number, { reversed }: BestHits): boolean =>
  !reversed && range.first <= Math.max(high * blockSize, 1) && range.last >= (high + 1) * blockSize - 1;
