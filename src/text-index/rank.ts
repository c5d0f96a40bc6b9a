// Ranks the documents that match a query, block by block: memory is bounded by one block and the top hits.
import { blockSize } from '../doc-ids/block.ts';
import type { DocIdRange } from '../doc-ids/doc-id-set.ts';
import type { ClausePostings } from './clause-postings.ts';
import { ImpactTable } from './impact-table.ts';
import { idf, rankingScore, scoresByImpact } from './impacts.ts';
import { type RankedQuery, type ScoredClause, scoreBlock } from './score-block.ts';
import type { TopHits } from './top-hits.ts';

/**
 * Adds the best documents of some blocks to `top`. Returns the number of all that match. A query of one word uses block-max:
 * blocks come by the best score that they can hold, and a block that cannot hold a top hit is counted without being read.
 * `tables` are empty before and after; more are made as they are needed, and all can be used again.
 */
export function rank(
  query: RankedQuery,
  blockKeys: readonly number[],
  top: TopHits,
  tables: ImpactTable[],
): number {
  const clauses = [...query.must, ...query.mustNot].map((postings, at): ScoredClause => {
    tables[at] ??= new ImpactTable();
    const scores = scoresByImpact(idf(postings.documentFrequency, query.documents));
    return { postings, table: tables[at], scores };
  });
  const must = clauses.slice(0, query.must.length);
  const mustNot = clauses.slice(query.must.length);
  const [first] = must as [ScoredClause];
  let total = 0;
  if (clauses.length > 1 || query.among) {
    for (const key of blockKeys) total += scoreBlock(query, { key, must, mustNot }, top);
    return total;
  }
  const scores = first.scores.map((score, flaggedImpact) => rankingScore(flaggedImpact, score));
  for (const { key, bestScore } of byBestScore(first.postings, blockKeys, scores)) {
    const competing = top.canAccept(bestScore, key * blockSize) ? top : null;
    const count = isInside(key, query.range) ? first.postings.collect(key, scores, competing) : null;
    total += count ?? scoreBlock(query, { key, must, mustNot }, top);
  }
  return total;
}

interface BoundedBlock {
  key: number;
  /** No document of the block has a better score. */
  bestScore: number;
}

function byBestScore(
  postings: ClausePostings,
  blockKeys: readonly number[],
  scores: Float64Array,
): BoundedBlock[] {
  const bounded = blockKeys.map((key) => {
    const bounds = postings.maxImpacts(key).map((impact) => scores[impact] as number);
    return { key, bestScore: Math.min(...bounds) };
  });
  return bounded.sort((a, b) => a.bestScore - b.bestScore || a.key - b.key);
}

/** Whether all documents of the block are in the range. Document ids begin at 1. */
const isInside = (key: number, { first, last }: DocIdRange): boolean =>
  first <= Math.max(key * blockSize, 1) && last >= (key + 1) * blockSize - 1;
