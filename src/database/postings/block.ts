// A set of numbers from 0 to 65,535, the low halves of document numbers: what a filter is made of.
import { bitCount, clearBit, hasBit, listBits, ones, setBit } from './bits.ts';

/**
 * Sorted members while they are few, or else 2,048 words of bits (as in Roaring bitmaps: Chambi, Lemire, Kaser, Godin,
 * "Better bitmap performance with Roaring bitmaps", 2016). Which of the two follows from `count`. Never empty.
 */
export type Block = Sparse | Dense;

export interface Sparse {
  readonly isDense: false;
  readonly count: number;
  readonly members: Uint16Array;
}

export interface Dense {
  readonly isDense: true;
  readonly count: number;
  readonly bits: Uint32Array;
}

/** How many numbers a block can hold. */
export const blockSize = 65_536;

/** Up to here, members of two bytes take no more room than bits. */
export const mostSparse = 4_096;

const wordsOfBits = blockSize / 32;

/** A block of members in ascending order; null where there are none. */
export function blockOf(members: Uint16Array): Block | null {
  const count = members.length;
  if (count === 0) return null;
  if (count <= mostSparse) return { isDense: false, count, members };
  const bits = new Uint32Array(wordsOfBits);
  for (const member of members) setBit(bits, member);
  return { isDense: true, count, bits };
}

/** The block of these bits, which it keeps; null where none is set. */
function blockOfBits(bits: Uint32Array, count: number): Block | null {
  if (count > mostSparse) return { isDense: true, count, bits };
  return blockOf(listBits(bits, new Uint16Array(count)));
}

/** All numbers from the first to the last, of which there is one at least. */
export function stretch(first: number, last: number): Block {
  const bits = new Uint32Array(wordsOfBits);
  for (let word = first >>> 5; word <= last >>> 5; word++) bits[word] = ones(word, first, last);
  return blockOfBits(bits, last - first + 1) as Block;
}

/** What both have. */
export function both(a: Block, b: Block): Block | null {
  if (!a.isDense) return among(a, b, true);
  if (!b.isDense) return among(b, a, true);
  const bits = new Uint32Array(wordsOfBits);
  let count = 0;
  for (let word = 0; word < wordsOfBits; word++) {
    const shared = (a.bits[word] as number) & (b.bits[word] as number);
    bits[word] = shared;
    count += bitCount(shared);
  }
  return blockOfBits(bits, count);
}

/** How many both have. */
export function countBoth(a: Block, b: Block): number {
  if (!a.isDense) return b.isDense ? countIn(a.members, b.bits) : countShared(a.members, b.members);
  if (!b.isDense) return countIn(b.members, a.bits);
  let count = 0;
  for (let word = 0; word < wordsOfBits; word++) {
    count += bitCount((a.bits[word] as number) & (b.bits[word] as number));
  }
  return count;
}

/** What the first has and the second has not. */
export function without(a: Block, b: Block): Block | null {
  if (!a.isDense) return among(a, b, false);
  const bits = a.bits.slice();
  let { count } = a;
  if (b.isDense) {
    count = 0;
    for (let word = 0; word < wordsOfBits; word++) {
      const left = (bits[word] as number) & ~(b.bits[word] as number);
      bits[word] = left;
      count += bitCount(left);
    }
  } else {
    for (const member of b.members) count -= clearBit(bits, member);
  }
  return blockOfBits(bits, count);
}

/** What either has. */
export function either(a: Block, b: Block): Block {
  const bits = bitsOf(a);
  let { count } = a;
  if (b.isDense) {
    count = 0;
    for (let word = 0; word < wordsOfBits; word++) {
      const joined = (bits[word] as number) | (b.bits[word] as number);
      bits[word] = joined;
      count += bitCount(joined);
    }
  } else {
    for (const member of b.members) count += setBit(bits, member);
  }
  return blockOfBits(bits, count) as Block;
}

/** What lies from the first number to the last, both of which a block can hold. */
export function within(block: Block, first: number, last: number): Block | null {
  if (!block.isDense) {
    const { members } = block;
    return blockOf(members.subarray(atOrAfter(members, first), atOrAfter(members, last + 1)));
  }
  const bits = new Uint32Array(wordsOfBits);
  let count = 0;
  for (let word = first >>> 5; word <= last >>> 5; word++) {
    const kept = (block.bits[word] as number) & ones(word, first, last);
    bits[word] = kept;
    count += bitCount(kept);
  }
  return blockOfBits(bits, count);
}

/** Whether the number is a member. */
export function has(block: Block, number: number): boolean {
  if (block.isDense) return hasBit(block.bits, number);
  return block.members[atOrAfter(block.members, number)] === number;
}

/** All members, ascending. */
export function membersOf(block: Block): Uint16Array {
  return block.isDense ? listBits(block.bits, new Uint16Array(block.count)) : block.members;
}

/** The members of a sparse block that the other has, or has not. */
function among({ members }: Sparse, other: Block, isWanted: boolean): Block | null {
  const kept = new Uint16Array(members.length);
  let filled = 0;
  if (other.isDense) {
    for (const member of members) if (hasBit(other.bits, member) === isWanted) kept[filled++] = member;
  } else {
    let at = 0;
    for (const member of members) {
      while (at < other.count && (other.members[at] as number) < member) at++;
      if ((other.members[at] === member) === isWanted) kept[filled++] = member;
    }
  }
  return blockOf(kept.subarray(0, filled));
}

function countIn(members: Uint16Array, bits: Uint32Array): number {
  let count = 0;
  for (const member of members) count += hasBit(bits, member) ? 1 : 0;
  return count;
}

/** Steps through the longer in leaps where the shorter is much shorter. */
function countShared(a: Uint16Array, b: Uint16Array): number {
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  let count = 0;
  if (few.length * 16 < many.length) {
    for (const member of few) if (many[atOrAfter(many, member)] === member) count++;
    return count;
  }
  let at = 0;
  for (const member of few) {
    while (at < many.length && (many[at] as number) < member) at++;
    if (many[at] === member) count++;
  }
  return count;
}

/** The index of the first member that is not below the number. */
export function atOrAfter(members: Uint16Array, number: number): number {
  let low = 0;
  let high = members.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((members[middle] as number) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

function bitsOf(block: Block): Uint32Array {
  if (block.isDense) return block.bits.slice();
  const bits = new Uint32Array(wordsOfBits);
  for (const member of block.members) setBit(bits, member);
  return bits;
}
