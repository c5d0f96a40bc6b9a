// A set of document numbers in blocks of 65,536: what filters and searches give, and how they combine.
import {
  type Block,
  blockOf,
  blockSize,
  both,
  countBoth,
  either,
  has,
  membersOf,
  stretch,
  within,
  without,
} from './block.ts';
import { takeDown, takeUp } from './walk.ts';

/** Highs ascend; the block at the same index holds the low halves. */
export class Numbers {
  /** `number >>> 16` of each block, ascending. */
  readonly highs: readonly number[];
  readonly blocks: readonly Block[];
  readonly count: number;

  constructor(highs: readonly number[], blocks: readonly Block[]) {
    this.highs = highs;
    this.blocks = blocks;
    this.count = blocks.reduce((sum, { count }) => sum + count, 0);
  }

  /** The set of ascending numbers. */
  static of(numbers: readonly number[]): Numbers {
    const lows = new Map<number, number[]>();
    for (const number of numbers) {
      const known = lows.get(number >>> 16);
      if (known) known.push(number & 0xffff);
      else lows.set(number >>> 16, [number & 0xffff]);
    }
    return new Numbers(
      [...lows.keys()],
      [...lows.values()].map((members) => blockOf(Uint16Array.from(members)) as Block),
    );
  }

  /** All numbers from the first to the last. */
  static stretch(first: number, last: number): Numbers {
    if (last < first) return noNumbers;
    const highs: number[] = [];
    const blocks: Block[] = [];
    for (let high = first >>> 16; high <= last >>> 16; high++) {
      highs.push(high);
      blocks.push(stretch(lowOf(first, high), Math.min(last - high * blockSize, blockSize - 1)));
    }
    return new Numbers(highs, blocks);
  }

  /** What lies from the first number to the last; shares the blocks that are whole. */
  within(first: number, last: number): Numbers {
    if (last < first) return noNumbers;
    return this.#collect((block, high) => {
      const from = first - high * blockSize;
      const to = last - high * blockSize;
      if (to < 0 || from >= blockSize) return null;
      if (from <= 0 && to >= blockSize - 1) return block;
      return within(block, Math.max(from, 0), Math.min(to, blockSize - 1));
    });
  }

  /** What both have. */
  and(other: Numbers): Numbers {
    return this.#collect((block, high) => {
      const met = other.blockAt(high);
      return met && both(block, met);
    });
  }

  /** What this has and the other has not. */
  without(other: Numbers): Numbers {
    return this.#collect((block, high) => {
      const met = other.blockAt(high);
      return met ? without(block, met) : block;
    });
  }

  /** What any of them has. */
  static any(sets: readonly Numbers[]): Numbers {
    const joined = new Map<number, Block>();
    for (const { highs, blocks } of sets) {
      for (const [at, high] of highs.entries()) {
        const known = joined.get(high);
        const block = blocks[at] as Block;
        joined.set(high, known ? either(known, block) : block);
      }
    }
    const highs = [...joined.keys()].sort((a, b) => a - b);
    return new Numbers(
      highs,
      highs.map((high) => joined.get(high) as Block),
    );
  }

  /** How many both have; nothing is built for it. */
  countWith(other: Numbers): number {
    let count = 0;
    for (const [at, high] of this.highs.entries()) {
      const met = other.blockAt(high);
      if (met) count += countBoth(this.blocks[at] as Block, met);
    }
    return count;
  }

  /** The low halves of what both have in one block, ascending. */
  lowsWith(other: Numbers, high: number): Uint16Array {
    const [own, met] = [this.blockAt(high), other.blockAt(high)];
    const shared = own && met && both(own, met);
    return shared ? membersOf(shared) : noLows;
  }

  has(number: number): boolean {
    const block = this.blockAt(number >>> 16);
    return block !== null && has(block, number & 0xffff);
  }

  /** The first so many members from a number on, ascending. */
  from(number: number, limit: number): number[] {
    const found: number[] = [];
    for (const [at, high] of this.highs.entries()) {
      if (high < number >>> 16) continue;
      if (found.length >= limit) break;
      takeUp(this.blocks[at] as Block, lowOf(number, high), high * blockSize, found, limit);
    }
    return found;
  }

  /** The last so many members up to a number, descending. */
  upTo(number: number, limit: number): number[] {
    const found: number[] = [];
    for (let at = this.highs.length - 1; at >= 0 && found.length < limit; at--) {
      const base = (this.highs[at] as number) * blockSize;
      const low = Math.min(number - base, blockSize - 1);
      if (low >= 0) takeDown(this.blocks[at] as Block, low, base, found, limit);
    }
    return found;
  }

  /** Every member, ascending. */
  *[Symbol.iterator](): Generator<number> {
    for (const [at, high] of this.highs.entries()) {
      for (const low of membersOf(this.blocks[at] as Block)) yield high * blockSize + low;
    }
  }

  /** The block of numbers that share a high half; null where there are none. */
  blockAt(high: number): Block | null {
    let low = 0;
    let end = this.highs.length;
    while (low < end) {
      const middle = (low + end) >>> 1;
      if ((this.highs[middle] as number) < high) low = middle + 1;
      else end = middle;
    }
    return this.highs[low] === high ? (this.blocks[low] as Block) : null;
  }

  #collect(change: (block: Block, high: number) => Block | null): Numbers {
    const highs: number[] = [];
    const blocks: Block[] = [];
    for (const [at, high] of this.highs.entries()) {
      const block = change(this.blocks[at] as Block, high);
      if (block === null) continue;
      highs.push(high);
      blocks.push(block);
    }
    return new Numbers(highs, blocks);
  }
}

const noLows = new Uint16Array(0);

/** The set that holds nothing. */
export const noNumbers = new Numbers([], []);

/** The low half at which a number stands in a block, or its beginning where it stands before. */
const lowOf = (number: number, high: number): number => Math.max(number - high * blockSize, 0);
