// Goes from a number to its index among the members of a block, and back, without a list of them.
import { bitCount, hasBit } from '../postings/bits.ts';
import type { Block, Dense } from '../postings/block.ts';

/** Gives the index of a number among the members, -1 where it is none. */
export function indexInBits({ bits }: Dense): (low: number) => number {
  const before = bitsBefore(bits);
  return (low) => {
    if (!hasBit(bits, low)) return -1;
    const word = low >>> 5;
    return (before[word] as number) + bitCount((bits[word] as number) & ((1 << (low & 31)) - 1));
  };
}

/** Gives the member at an index. */
export function memberOf(block: Block): (index: number) => number {
  if (!block.isDense) return (index) => block.members[index] as number;
  const { bits } = block;
  const before = bitsBefore(bits);
  return (index) => {
    const word = lastUpTo(before, index);
    let rest = bits[word] as number;
    for (let left = index - (before[word] as number); left > 0; left--) rest &= rest - 1;
    return word * 32 + 31 - Math.clz32(rest & -rest);
  };
}

/** How many bits are set before each word. */
function bitsBefore(bits: Uint32Array): Uint16Array {
  const before = new Uint16Array(bits.length);
  for (let word = 1; word < bits.length; word++) {
    before[word] = (before[word - 1] as number) + bitCount(bits[word - 1] as number);
  }
  return before;
}

/** The last place of ascending sums at which no more than a number stands. */
function lastUpTo(sums: Uint16Array, number: number): number {
  let low = 0;
  let high = sums.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((sums[middle] as number) <= number) low = middle;
    else high = middle;
  }
  return low;
}
