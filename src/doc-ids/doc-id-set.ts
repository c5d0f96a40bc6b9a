// A set of document ids, as filters and searches return them, and how such sets combine.
import {
  type Block,
  blockOf,
  blockSize,
  difference,
  has,
  inRange,
  intersect,
  offsetsOf,
  rangeBlock,
  union,
} from './block.ts';
import { pushAscending, pushDescending } from './walk.ts';

/** Both inclusive; empty if `last` is below `first`. */
export interface DocIdRange {
  first: number;
  last: number;
}

/**
 * An immutable set of document ids (unsigned, 32 bits). The upper 16 bits of an id are its block key, the lower 16 its
 * offset in the block of that key.
 */
export class DocIdSet {
  /** Ascending. The block at the same index holds the offsets. */
  readonly blockKeys: readonly number[];
  readonly blocks: readonly Block[];
  readonly count: number;

  constructor(blockKeys: readonly number[], blocks: readonly Block[]) {
    this.blockKeys = blockKeys;
    this.blocks = blocks;
    this.count = blocks.reduce((sum, { count }) => sum + count, 0);
  }

  /** The set of these ids, which ascend. */
  static of(ids: readonly number[]): DocIdSet {
    const offsets = new Map<number, number[]>();
    for (const id of ids) {
      const known = offsets.get(id >>> 16);
      if (known) known.push(id & 0xffff);
      else offsets.set(id >>> 16, [id & 0xffff]);
    }
    return new DocIdSet(
      [...offsets.keys()],
      [...offsets.values()].map((each) => blockOf(Uint16Array.from(each)) as Block),
    );
  }

  /** All ids of the range. */
  static range({ first, last }: DocIdRange): DocIdSet {
    if (last < first) return emptySet;
    const keys: number[] = [];
    const blocks: Block[] = [];
    for (let key = first >>> 16; key <= last >>> 16; key++) {
      keys.push(key);
      blocks.push(rangeBlock(offsetIn(key, first), Math.min(last - key * blockSize, blockSize - 1)));
    }
    return new DocIdSet(keys, blocks);
  }

  static union(sets: readonly DocIdSet[]): DocIdSet {
    const joined = new Map<number, [Block, ...Block[]]>();
    for (const { blockKeys, blocks } of sets) {
      for (const [at, key] of blockKeys.entries()) {
        const known = joined.get(key);
        const block = blocks[at] as Block;
        if (known) known.push(block);
        else joined.set(key, [block]);
      }
    }
    const keys = [...joined.keys()].sort((a, b) => a - b);
    return new DocIdSet(
      keys,
      keys.map((key) => union(joined.get(key) as [Block, ...Block[]])),
    );
  }

  /** The members inside the range. Shares the blocks that lie inside it whole. */
  inRange({ first, last }: DocIdRange): DocIdSet {
    if (last < first) return emptySet;
    return this.#mapBlocks((block, key) => {
      const from = first - key * blockSize;
      const to = last - key * blockSize;
      if (to < 0 || from >= blockSize) return null;
      if (from <= 0 && to >= blockSize - 1) return block;
      return inRange(block, Math.max(from, 0), Math.min(to, blockSize - 1));
    });
  }

  intersect(other: DocIdSet): DocIdSet {
    return this.#mapBlocks((block, key) => {
      const met = other.blockAt(key);
      return met && intersect(block, met);
    });
  }

  /** The members that are not in the other set. */
  difference(other: DocIdSet): DocIdSet {
    return this.#mapBlocks((block, key) => {
      const met = other.blockAt(key);
      return met ? difference(block, met) : block;
    });
  }

  has(id: number): boolean {
    const block = this.blockAt(id >>> 16);
    return block !== null && has(block, id & 0xffff);
  }

  /** The first `limit` members that are not below `id`, ascending. */
  ascendingFrom(id: number, limit: number): number[] {
    const found: number[] = [];
    for (const [at, key] of this.blockKeys.entries()) {
      if (key < id >>> 16) continue;
      if (found.length >= limit) break;
      pushAscending(this.blocks[at] as Block, offsetIn(key, id), key * blockSize, found, limit);
    }
    return found;
  }

  /** The last `limit` members that are not above `id`, descending. */
  descendingFrom(id: number, limit: number): number[] {
    const found: number[] = [];
    for (let at = this.blockKeys.length - 1; at >= 0 && found.length < limit; at--) {
      const base = (this.blockKeys[at] as number) * blockSize;
      const offset = Math.min(id - base, blockSize - 1);
      if (offset >= 0) pushDescending(this.blocks[at] as Block, offset, base, found, limit);
    }
    return found;
  }

  /** Every member, ascending. */
  *[Symbol.iterator](): Generator<number> {
    for (const [at, key] of this.blockKeys.entries()) {
      for (const offset of offsetsOf(this.blocks[at] as Block)) yield key * blockSize + offset;
    }
  }

  /** The block with this key; null if the set has no member in it. */
  blockAt(key: number): Block | null {
    let low = 0;
    let high = this.blockKeys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.blockKeys[middle] as number) < key) low = middle + 1;
      else high = middle;
    }
    return this.blockKeys[low] === key ? (this.blocks[low] as Block) : null;
  }

  #mapBlocks(change: (block: Block, key: number) => Block | null): DocIdSet {
    const keys: number[] = [];
    const blocks: Block[] = [];
    for (const [at, key] of this.blockKeys.entries()) {
      const block = change(this.blocks[at] as Block, key);
      if (block === null) continue;
      keys.push(key);
      blocks.push(block);
    }
    return new DocIdSet(keys, blocks);
  }
}

export const emptySet = new DocIdSet([], []);

/** The offset of an id in the block with this key; 0 if the id is in an earlier block. */
const offsetIn = (key: number, id: number): number => Math.max(id - key * blockSize, 0);
