// A bitmap: bits in an array of 32-bit words.

/** Whether the bit is set. */
export const hasBit = (bits: Uint32Array, at: number): boolean =>
  (((bits[at >>> 5] as number) >>> (at & 31)) & 1) === 1;

/** Sets a bit. Returns 1 if it was clear before, else 0. */
export function setBit(bits: Uint32Array, at: number): number {
  const change = hasBit(bits, at) ? 0 : 1;
  (bits[at >>> 5] as number) |= 1 << (at & 31);
  return change;
}

/** Clears a bit. Returns 1 if it was set before, else 0. */
export function clearBit(bits: Uint32Array, at: number): number {
  const change = hasBit(bits, at) ? 1 : 0;
  (bits[at >>> 5] as number) &= ~(1 << (at & 31));
  return change;
}

/** Population count of a word: sums of neighbouring bits, doubled in width step by step. */
export function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The mask of the n-th word that selects the bits `first` to `last`, both inclusive. */
export function rangeMask(word: number, first: number, last: number): number {
  const from = Math.max(first - word * 32, 0);
  const to = Math.min(last - word * 32, 31);
  return (0xffffffff >>> (31 - (to - from))) << from;
}

/** Writes the positions of all set bits into `positions`, ascending, until that is full. Returns it. */
export function listBits(bits: Uint32Array, positions: Uint16Array): Uint16Array {
  let filled = 0;
  for (let word = 0; filled < positions.length; word++) {
    for (let rest = bits[word] as number; rest !== 0; rest &= rest - 1) {
      positions[filled++] = word * 32 + lowestBit(rest);
    }
  }
  return positions;
}

/** The position of the lowest set bit of a word that is not 0. */
export const lowestBit = (word: number): number => 31 - Math.clz32(word & -word);
