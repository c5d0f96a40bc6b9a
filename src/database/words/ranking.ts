// Ranks the documents of a question, one block after another: no more is held than one block and the best hits.
import { type Block, blockSize, has, membersOf } from '../postings/block.ts';
import type { Numbers } from '../postings/numbers.ts';
import type { BestHits } from './best-hits.ts';
import { exactFlag, quotedFlag, rarityOf, scoreOf, worths } from './impact.ts';
import { Levels } from './levels.ts';
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
interface Laid {
  part: IndexPart;
  levels: Levels;
  /** What each level is worth. */
  worth: Float64Array;
}

/**
 * Offers the documents of some blocks to the hits, and counts all of them. Where one word is all that is asked for, blocks
 * come by the best that they can hold, and one that cannot hold any of the hits is counted without being read.
 */
export function rank(question: Question, highs: readonly number[], hits: BestHits): number {
  const lay = (part: IndexPart): Laid => ({
    part,
    levels: new Levels(),
    worth: worths(rarityOf(part.documents, question.all)),
  });
  const [wanted, unwanted] = [question.wanted.map(lay), question.unwanted.map(lay)];
  const [only, ...others] = wanted;
  const isSole = others.length + unwanted.length === 0 && question.among === null;
  let total = 0;
  if (!only || !isSole) {
    for (const high of highs) total += rankBlock(question, { wanted, unwanted, high }, hits);
    return total;
  }
  const scores = only.worth.map((worth, level) => scoreOf(level, worth));
  for (const promised of mostPromisingFirst(only.part, highs, scores)) {
    const { high } = promised;
    const known =
      isWhole(question, high) && !hits.reversed ? offerWhole(only.part, promised, scores, hits) : null;
    total += known ?? rankBlock(question, { wanted, unwanted, high }, hits);
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

/** Counts the documents of a block, and looks at them where one of them could be among the hits; null if there is more to do. */
function offerWhole(
  part: IndexPart,
  { high, bound }: Promised,
  scores: Float64Array,
  hits: BestHits,
): number | null {
  if (!hits.couldTake(bound, high * blockSize)) return part.count(high);
  return part.offer(high, scores, hits);
}

/** Whether all of a block lies in the range. */
const isWhole = ({ range }: Question, high: number): boolean =>
  range.first <= Math.max(high * blockSize, 1) && range.last >= (high + 1) * blockSize - 1;

interface Place {
  wanted: readonly Laid[];
  unwanted: readonly Laid[];
  high: number;
}

function rankBlock(question: Question, { wanted, unwanted, high }: Place, hits: BestHits): number {
  const block = question.among ? question.among.blockAt(high) : undefined;
  if (block === null) return 0;
  const rarestFirst = [...wanted].sort((a, b) => a.part.most(high) - b.part.most(high));
  const laid: Laid[] = [];
  let count = 0;
  for (const each of [...rarestFirst, ...unwanted]) {
    each.part.fill(high, each.levels, laid[0]?.levels);
    laid.push(each);
    if (each.levels.count === 0 && laid.length <= wanted.length) break;
  }
  const [rarest] = laid;
  if (rarest && laid.length === wanted.length + unwanted.length) {
    count = offer(question, { wanted, unwanted, high }, candidatesOf(rarest.levels, block), hits);
  }
  for (const { levels } of laid) levels.clear();
  return count;
}

/** Documents that may answer, and the block that they must be in beside. */
interface Candidates {
  lows: Uint16Array;
  block: Block | undefined;
}

/** Those of the rarest part or, where they are fewer, those among which is searched. */
function candidatesOf(rarest: Levels, block: Block | undefined): Candidates {
  if (block && block.count < rarest.count) return { lows: membersOf(block), block: undefined };
  return { lows: rarest.members.subarray(0, rarest.count), block };
}

function offer(
  { range }: Question,
  { wanted, unwanted, high }: Place,
  { lows, block }: Candidates,
  hits: BestHits,
): number {
  const base = high * blockSize;
  const { reversed } = hits;
  let { worst } = hits;
  let count = 0;
  candidates: for (let at = 0; at < lows.length; at++) {
    const low = lows[at] as number;
    const number = base + low;
    if (number < range.first || number > range.last || (block && !has(block, low))) continue;
    let flags = exactFlag | quotedFlag;
    let worth = 0;
    for (let part = 0; part < wanted.length; part++) {
      const laid = wanted[part] as Laid;
      const level = laid.levels.table[low] as number;
      if (level === 0) continue candidates;
      flags &= level;
      worth += laid.worth[level] as number;
    }
    for (let part = 0; part < unwanted.length; part++) {
      if ((unwanted[part] as Laid).levels.table[low] !== 0) continue candidates;
    }
    count++;
    const score = scoreOf(flags, worth);
    if (reversed ? score >= worst : score <= worst) {
      hits.add(score, number);
      ({ worst } = hits);
    }
  }
  return count;
}
