// Scores the documents of one block: clause after clause narrows the candidates, and those that are left are scored.
import { type Block, blockSize, has, offsetsOf } from '../doc-ids/block.ts';
import type { DocIdRange, DocIdSet } from '../doc-ids/doc-id-set.ts';
import type { ClausePostings } from './clause-postings.ts';
import type { ImpactTable } from './impact-table.ts';
import { allFlags, rankingScore } from './impacts.ts';
import type { TopHits } from './top-hits.ts';

/** Documents that match all `must` clauses and no `mustNot` clause, in a range and (unless null) in a set. */
export interface RankedQuery {
  must: readonly ClausePostings[];
  mustNot: readonly ClausePostings[];
  among: DocIdSet | null;
  range: DocIdRange;
  /** The number of all documents, for the idf. */
  documents: number;
}

/** A clause with the table that its impacts go to, and the score of each flagged impact. */
export interface ScoredClause {
  postings: ClausePostings;
  table: ImpactTable;
  scores: Float64Array;
}

interface BlockClauses {
  key: number;
  must: readonly ScoredClause[];
  mustNot: readonly ScoredClause[];
}

/** Adds the best documents of a block to `top`. Returns the number of all that match. Leaves the tables empty. */
export function scoreBlock(
  { among, range }: RankedQuery,
  { key, must, mustNot }: BlockClauses,
  top: TopHits,
): number {
  const block = among ? among.blockAt(key) : undefined;
  if (block === null) return 0;
  const [rarest, ...others] = byCount(must, key) as [ScoredClause, ...ScoredClause[]];
  rarest.postings.accumulate(key, rarest.table);
  let candidates = inRange(candidatesOf(rarest.table, block), range, key * blockSize);
  const filled = [rarest];
  const narrow = (clause: ScoredClause, isWanted: boolean): void => {
    if (candidates.length === 0) return;
    clause.postings.accumulate(key, clause.table, rarest.table);
    filled.push(clause);
    candidates = filter(candidates, clause.table.impacts, isWanted);
  };
  for (const clause of others) narrow(clause, true);
  for (const clause of mustNot) narrow(clause, false);
  collectTop(candidates, must, key * blockSize, top);
  for (const { table } of filled) table.clear();
  return candidates.length;
}

const byCount = (clauses: readonly ScoredClause[], key: number): ScoredClause[] =>
  [...clauses].sort((a, b) => a.postings.maxCount(key) - b.postings.maxCount(key));

/** The offsets in the table that are also in the block, if there is one. */
function candidatesOf(table: ImpactTable, block: Block | undefined): Uint16Array {
  const offsets = table.offsets.subarray(0, table.count);
  if (!block) return offsets;
  return block.count < table.count
    ? filter(offsetsOf(block), table.impacts, true)
    : offsets.filter((offset) => has(block, offset));
}

function inRange(offsets: Uint16Array, { first, last }: DocIdRange, base: number): Uint16Array {
  if (first <= base && last >= base + blockSize - 1) return offsets;
  return offsets.filter((offset) => base + offset >= first && base + offset <= last);
}

/** The offsets that have an impact (`isWanted`), or that have none. */
function filter(offsets: Uint16Array, impacts: Uint16Array, isWanted: boolean): Uint16Array {
  const kept = new Uint16Array(offsets.length);
  let filled = 0;
  for (let at = 0; at < offsets.length; at++) {
    const offset = offsets[at] as number;
    if ((impacts[offset] !== 0) === isWanted) kept[filled++] = offset;
  }
  return kept.subarray(0, filled);
}

/** The flags of a document are those that all of its clauses have; its score is the sum of theirs. */
function collectTop(
  candidates: Uint16Array,
  clauses: readonly ScoredClause[],
  base: number,
  top: TopHits,
): void {
  let { worstScore } = top;
  let rejectsTies = top.rejectsTiesFrom(base);
  for (let at = 0; at < candidates.length; at++) {
    const offset = candidates[at] as number;
    let flags = allFlags;
    let sum = 0;
    for (let index = 0; index < clauses.length; index++) {
      const { table, scores } = clauses[index] as ScoredClause;
      const impact = table.impacts[offset] as number;
      flags &= impact;
      sum += scores[impact] as number;
    }
    const score = rankingScore(flags, sum);
    if (score > worstScore || (score === worstScore && rejectsTies)) continue;
    top.add(score, base + offset);
    ({ worstScore } = top);
    rejectsTies = top.rejectsTiesFrom(base);
  }
}
