// A part of a query that is put to the index, whichever kind it is of.
import type { Block } from '../postings/block.ts';
import type { BestHits } from './best-hits.ts';
import type { Levels } from './levels.ts';

/** Blocks are named by the high half of the numbers in them. */
export interface IndexPart {
  /** How many documents hold its commonest word, which says how much the part is worth. */
  documents: number;
  /** Blocks in which documents may answer. */
  highs(): Iterable<number>;
  /** How many documents of a block answer, at most. */
  most(high: number): number;
  /** Levels of which one is not below the level of any document in a block, taken as scores. */
  bounds(high: number): number[];
  /** Enters the documents of a block that answer; others than those in the tables of `among` may be left out. */
  fill(high: number, levels: Levels, among?: Levels): void;
  /**
   * Gives the number of documents of a block that answer, and offers them to hits that want the best, if there are such;
   * null where that takes more than to look at each document by itself. `scores` has the score of each level. Asked of
   * `highs` only, as are `most` and `bounds`.
   */
  offer(high: number, scores: Float64Array, hits: BestHits | null): number | null;
  /** The documents of a block that answer; null where there are none. */
  block(high: number): Block | null;
}
