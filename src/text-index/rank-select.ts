// Rank and select over a block: from an offset to its index among the members, and back.
import { bitCount, hasBit, lowestBit } from '../doc-ids/bits.ts';
import type { Block, Dense } from '../doc-ids/block.ts';

/** Rank: the index of an offset among the members, -1 if it is none. */
export function rankIn({ bits }: Dense): (offset: number) => number {
  const before = countsBefore(bits);
  return (offset) => {
    if (!hasBit(bits, offset)) return -1;
    const word = offset >>> 5;
    return (before[word] as number) + bitCount((bits[word] as number) & ((1 << (offset & 31)) - 1));
  };
}

/** Select: the offset at an index among the members. */
export function selectIn(block: Block): (index: number) => number {
  if (!block.isDense) return (index) => block.offsets[index] as number;
  const { bits } = block;
  const before = countsBefore(bits);
  return (index) => {
    const word = lastNotAbove(before, index);
    let rest = bits[word] as number;
    for (let left = index - (before[word] as number); left > 0; left--) rest &= rest - 1;
    return word * 32 + lowestBit(rest);
  };
}

/** The number of bits that are set before each word. */
function countsBefore(bits: Uint32Array): Uint16Array {
  const before = new Uint16Array(bits.length);
  for (let word = 1; word < bits.length; word++) {
    before[word] = (before[word - 1] as number) + bitCount(bits[word - 1] as number);
  }
  return before;
}

/** The last index of ascending sums at which the sum is not above a value. */
function lastNotAbove(sums: Uint16Array, value: number): number {
  let low = 0;
  let high = sums.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((sums[middle] as number) <= value) low = middle;
    else high = middle;
  }
  return low;
}
