// A set of offsets from 0 to 65,535: the part of a DocIdSet that shares one block key.
import { bitCount, clearBit, hasBit, listBits, rangeMask, setBit } from './bits.ts';

/**
 * A container as in Roaring bitmaps (Chambi, Lemire, Kaser, Godin, "Better bitmap performance with Roaring bitmaps",
 * 2016): a sorted array of offsets up to `maxSparse` members, a bitmap beyond. Never empty.
 */
export type Block = Sparse | Dense;

export interface Sparse {
  readonly isDense: false;
  readonly count: number;
  /** Ascending. */
  readonly offsets: Uint16Array;
}

export interface Dense {
  readonly isDense: true;
  readonly count: number;
  /** 2,048 words of 32 bits. */
  readonly bits: Uint32Array;
}

/** The number of offsets that a block can hold. */
export const blockSize = 65_536;

/** Up to this count, an array of two bytes for each offset is no larger than the bitmap. */
export const maxSparse = 4_096;

const bitmapWords = blockSize / 32;

/** A block of ascending offsets; null if there are none. */
export function blockOf(offsets: Uint16Array): Block | null {
  const count = offsets.length;
  if (count === 0) return null;
  if (count <= maxSparse) return { isDense: false, count, offsets };
  const bits = new Uint32Array(bitmapWords);
  for (const offset of offsets) setBit(bits, offset);
  return { isDense: true, count, bits };
}

/** A block of the bitmap, which it may keep; null if no bit is set. */
export function blockOfBits(bits: Uint32Array, count: number): Block | null {
  if (count > maxSparse) return { isDense: true, count, bits };
  return blockOf(listBits(bits, new Uint16Array(count)));
}

/** All offsets from `first` to `last`, both inclusive; `first` is not above `last`. */
export function rangeBlock(first: number, last: number): Block {
  const bits = new Uint32Array(bitmapWords);
  for (let word = first >>> 5; word <= last >>> 5; word++) bits[word] = rangeMask(word, first, last);
  return blockOfBits(bits, last - first + 1) as Block;
}

export function intersect(a: Block, b: Block): Block | null {
  if (!a.isDense) return filter(a, b, true);
  if (!b.isDense) return filter(b, a, true);
  const bits = new Uint32Array(bitmapWords);
  let count = 0;
  for (let word = 0; word < bitmapWords; word++) {
    const shared = (a.bits[word] as number) & (b.bits[word] as number);
    bits[word] = shared;
    count += bitCount(shared);
  }
  return blockOfBits(bits, count);
}

/** The offsets of `a` that are not in `b`. */
export function difference(a: Block, b: Block): Block | null {
  if (!a.isDense) return filter(a, b, false);
  const bits = a.bits.slice();
  let { count } = a;
  if (b.isDense) {
    count = 0;
    for (let word = 0; word < bitmapWords; word++) {
      const left = (bits[word] as number) & ~(b.bits[word] as number);
      bits[word] = left;
      count += bitCount(left);
    }
  } else {
    for (const offset of b.offsets) count -= clearBit(bits, offset);
  }
  return blockOfBits(bits, count);
}

/** All offsets of several blocks. They are joined in one bitmap, however many they are. */
export function union([first, ...others]: readonly [Block, ...Block[]]): Block {
  if (others.length === 0) return first;
  const bits = copyOfBits(first);
  let { count } = first;
  for (const block of others) {
    if (block.isDense) count = joinBits(bits, block.bits);
    else for (const offset of block.offsets) count += setBit(bits, offset);
  }
  return blockOfBits(bits, count) as Block;
}

/** Adds the bits of another bitmap. Returns how many are set then. */
function joinBits(bits: Uint32Array, others: Uint32Array): number {
  let count = 0;
  for (let word = 0; word < bitmapWords; word++) {
    const joined = (bits[word] as number) | (others[word] as number);
    bits[word] = joined;
    count += bitCount(joined);
  }
  return count;
}

/** The offsets from `first` to `last`, both inclusive. */
export function inRange(block: Block, first: number, last: number): Block | null {
  if (!block.isDense) {
    const { offsets } = block;
    return blockOf(offsets.subarray(lowerBound(offsets, first), lowerBound(offsets, last + 1)));
  }
  const bits = new Uint32Array(bitmapWords);
  let count = 0;
  for (let word = first >>> 5; word <= last >>> 5; word++) {
    const kept = (block.bits[word] as number) & rangeMask(word, first, last);
    bits[word] = kept;
    count += bitCount(kept);
  }
  return blockOfBits(bits, count);
}

export function has(block: Block, offset: number): boolean {
  if (block.isDense) return hasBit(block.bits, offset);
  return block.offsets[lowerBound(block.offsets, offset)] === offset;
}

/** All offsets, ascending. */
export function offsetsOf(block: Block): Uint16Array {
  return block.isDense ? listBits(block.bits, new Uint16Array(block.count)) : block.offsets;
}

/** The offsets of a sparse block that are in the other one (`isShared`) or that are not. */
function filter({ offsets }: Sparse, other: Block, isShared: boolean): Block | null {
  const kept = new Uint16Array(offsets.length);
  let filled = 0;
  if (other.isDense) {
    for (const offset of offsets) if (hasBit(other.bits, offset) === isShared) kept[filled++] = offset;
  } else {
    let at = 0;
    for (const offset of offsets) {
      while (at < other.count && (other.offsets[at] as number) < offset) at++;
      if ((other.offsets[at] === offset) === isShared) kept[filled++] = offset;
    }
  }
  return blockOf(kept.subarray(0, filled));
}

/** The index of the first of the ascending offsets that is not below the value. */
export function lowerBound(offsets: Uint16Array, value: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function copyOfBits(block: Block): Uint32Array {
  if (block.isDense) return block.bits.slice();
  const bits = new Uint32Array(bitmapWords);
  for (const offset of block.offsets) setBit(bits, offset);
  return bits;
}
