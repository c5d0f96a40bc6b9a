// What ranking asks of a clause of a query, whether that is a single word or a phrase.
import type { Block } from '../doc-ids/block.ts';
import type { ImpactTable } from './impact-table.ts';
import type { TopHits } from './top-hits.ts';

/** The postings of a clause, block by block. A block is named by its key, the upper 16 bits of its document ids. */
export interface ClausePostings {
  /** The number of documents with its most frequent stem; its idf is computed from this. */
  documentFrequency: number;
  /** The blocks in which documents may match. `maxCount`, `maxImpacts` and `collect` are asked of these only. */
  blockKeys(): Iterable<number>;
  /** An upper bound of the number of matching documents of a block. */
  maxCount(key: number): number;
  /** Block-max: flagged impacts of which one scores as high as the best document of a block, or higher. */
  maxImpacts(key: number): number[];
  /** Adds the matching documents of a block to the table. Documents that are not in `among` may be left out. */
  accumulate(key: number, table: ImpactTable, among?: ImpactTable): void;
  /**
   * Returns the number of matching documents of a block, and adds the best of them to `top` unless that is null. Reads
   * impacts alone; returns null if the clause needs an impact table. `scores` has the score of each flagged impact.
   */
  collect(key: number, scores: Float64Array, top: TopHits | null): number | null;
  /** The matching documents of a block. */
  matching(key: number): Block | null;
}
