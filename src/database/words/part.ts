// A part of a query that is put to the index, whichever kind it is of.
import type { Block } from '../postings/block.ts';
import type { Levels } from './levels.ts';

/** Blocks are named by the high half of the numbers in them. */
export interface IndexPart {
  /** How many documents hold its commonest word, which says how much the part is worth. */
  documents: number;
  /** Blocks in which documents may answer. */
  highs(): Iterable<number>;
  /** How many documents of a block answer, at most. */
  most(high: number): number;
  /** How many answer, where that is known without reading them. */
  count(high: number): number | null;
  /** The highest level of any document in a block, or one above it. */
  bound(high: number): number;
  /** Enters the documents of a block that answer. */
  fill(high: number, levels: Levels): void;
  /** The documents of a block that answer; null where there are none. */
  block(high: number): Block | null;
}
