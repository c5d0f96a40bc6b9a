// Ranks the documents of a question in one block: part after part narrows who may answer, and the rest is scored.
import { type Block, blockSize, has, membersOf } from '../postings/block.ts';
import type { Numbers } from '../postings/numbers.ts';
import type { BestHits } from './best-hits.ts';
import { exactFlag, quotedFlag, scoreOf } from './impact.ts';
import type { Levels } from './levels.ts';
import type { IndexPart } from './part.ts';

/** Documents that answer to all wanted parts and to no unwanted one, in a range and (unless null) among some. */
export interface Question {
  wanted: readonly IndexPart[];
  unwanted: readonly IndexPart[];
  among: Numbers | null;
  /** Both ends inclusive. */
  range: { first: number; last: number };
  /** How many documents there are at all, which tells how rare a word is. */
  all: number;
}

/** A part in the tables of one block. */
export interface Laid {
  part: IndexPart;
  levels: Levels;
  /** What each level is worth. */
  worth: Float64Array;
}

interface Place {
  wanted: readonly Laid[];
  unwanted: readonly Laid[];
  high: number;
}

/** Offers the documents of a block that answer to the hits, and gives their number. */
export function rankBlock(question: Question, { wanted, unwanted, high }: Place, hits: BestHits): number {
  const block = question.among ? question.among.blockAt(high) : undefined;
  if (block === null) return 0;
  const rarestFirst = [...wanted].sort((a, b) => a.part.most(high) - b.part.most(high));
  const [rarest, ...others] = rarestFirst as [Laid, ...Laid[]];
  rarest.part.fill(high, rarest.levels);
  let lows = inRange(candidatesOf(rarest.levels, block), question.range, high * blockSize);
  const laid = [rarest];
  const narrow = (each: Laid, isWanted: boolean): void => {
    if (lows.length === 0) return;
    each.part.fill(high, each.levels, rarest.levels);
    laid.push(each);
    lows = kept(lows, each.levels.table, isWanted);
  };
  for (const each of others) narrow(each, true);
  for (const each of unwanted) narrow(each, false);
  offer(lows, wanted, high * blockSize, hits);
  for (const { levels } of laid) levels.clear();
  return lows.length;
}

/** Documents of the rarest part that are in the block, too, where there is one. */
function candidatesOf(rarest: Levels, block: Block | undefined): Uint16Array {
  const members = rarest.members.subarray(0, rarest.count);
  if (!block) return members;
  return block.count < rarest.count
    ? kept(membersOf(block), rarest.table, true)
    : members.filter((low) => has(block, low));
}

function inRange(lows: Uint16Array, { first, last }: Question['range'], base: number): Uint16Array {
  if (first <= base && last >= base + blockSize - 1) return lows;
  return lows.filter((low) => base + low >= first && base + low <= last);
}

/** Those that stand in a table, or do not. */
function kept(lows: Uint16Array, table: Uint16Array, isWanted: boolean): Uint16Array {
  const found = new Uint16Array(lows.length);
  let filled = 0;
  for (let at = 0; at < lows.length; at++) {
    const low = lows[at] as number;
    if ((table[low] !== 0) === isWanted) found[filled++] = low;
  }
  return found.subarray(0, filled);
}

function offer(lows: Uint16Array, wanted: readonly Laid[], base: number, hits: BestHits): void {
  const { reversed } = hits;
  let { worst } = hits;
  let isOver = hits.tiesLose(base);
  for (let at = 0; at < lows.length; at++) {
    const low = lows[at] as number;
    let flags = exactFlag | quotedFlag;
    let worth = 0;
    for (let part = 0; part < wanted.length; part++) {
      const laid = wanted[part] as Laid;
      const level = laid.levels.table[low] as number;
      flags &= level;
      worth += laid.worth[level] as number;
    }
    const score = scoreOf(flags, worth);
    if (reversed ? score < worst : score > worst || (score === worst && isOver)) continue;
    hits.add(score, base + low);
    ({ worst } = hits);
    isOver = hits.tiesLose(base);
  }
}
