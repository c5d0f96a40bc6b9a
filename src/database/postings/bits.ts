// Bits in an array of 32-bit words.

/** Whether the bit is set. */
export const hasBit = (bits: Uint32Array, number: number): boolean =>
  (((bits[number >>> 5] as number) >>> (number & 31)) & 1) === 1;

/** Sets a bit; gives 1 where it was not set before, else 0. */
export function setBit(bits: Uint32Array, number: number): number {
  const change = hasBit(bits, number) ? 0 : 1;
  (bits[number >>> 5] as number) |= 1 << (number & 31);
  return change;
}

/** Clears a bit; gives 1 where it was set before, else 0. */
export function clearBit(bits: Uint32Array, number: number): number {
  const change = hasBit(bits, number) ? 1 : 0;
  (bits[number >>> 5] as number) &= ~(1 << (number & 31));
  return change;
}

/** How many bits of a word are set: sums of neighbours, doubled in width step by step. */
export function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The bits of the n-th word that stand for numbers from the first to the last. */
export function ones(word: number, first: number, last: number): number {
  const from = Math.max(first - word * 32, 0);
  const to = Math.min(last - word * 32, 31);
  return (0xffffffff >>> (31 - (to - from))) << from;
}

/** Writes the numbers of all bits that are set, ascending, into `members`, which has room for them. */
export function listBits(bits: Uint32Array, members: Uint16Array): Uint16Array {
  let filled = 0;
  for (let word = 0; filled < members.length; word++) {
    for (let rest = bits[word] as number; rest !== 0; rest &= rest - 1) {
      members[filled++] = word * 32 + lowestBit(rest);
    }
  }
  return members;
}

const lowestBit = (word: number): number => 31 - Math.clz32(word & -word);
