// Lists the members of a block in either direction from an offset, up to a limit.
import { lowestBit } from './bits.ts';
import { type Block, type Dense, lowerBound, type Sparse } from './block.ts';

/** Appends `base` plus each offset from `from` upwards to `found`, until that holds `limit` ids. */
export function pushAscending(
  block: Block,
  from: number,
  base: number,
  found: number[],
  limit: number,
): void {
  if (block.isDense) ascendBits(block, from, base, found, limit);
  else ascendOffsets(block, from, base, found, limit);
}

/** Appends `base` plus each offset from `from` downwards to `found`, until that holds `limit` ids. */
export function pushDescending(
  block: Block,
  from: number,
  base: number,
  found: number[],
  limit: number,
): void {
  if (block.isDense) descendBits(block, from, base, found, limit);
  else descendOffsets(block, from, base, found, limit);
}

function ascendOffsets(
  { offsets }: Sparse,
  from: number,
  base: number,
  found: number[],
  limit: number,
): void {
  for (let at = lowerBound(offsets, from); at < offsets.length && found.length < limit; at++) {
    found.push(base + (offsets[at] as number));
  }
}

function descendOffsets(
  { offsets }: Sparse,
  from: number,
  base: number,
  found: number[],
  limit: number,
): void {
  for (let at = lowerBound(offsets, from + 1) - 1; at >= 0 && found.length < limit; at--) {
    found.push(base + (offsets[at] as number));
  }
}

function ascendBits({ bits }: Dense, from: number, base: number, found: number[], limit: number): void {
  let mask = -1 << (from & 31);
  for (let word = from >>> 5; word < bits.length && found.length < limit; word++) {
    let rest = (bits[word] as number) & mask;
    mask = -1;
    for (; rest !== 0 && found.length < limit; rest &= rest - 1) {
      found.push(base + word * 32 + lowestBit(rest));
    }
  }
}

function descendBits({ bits }: Dense, from: number, base: number, found: number[], limit: number): void {
  let mask = 0xffffffff >>> (31 - (from & 31));
  for (let word = from >>> 5; word >= 0 && found.length < limit; word--) {
    let rest = (bits[word] as number) & mask;
    mask = -1;
    while (rest !== 0 && found.length < limit) {
      const bit = 31 - Math.clz32(rest);
      found.push(base + word * 32 + bit);
      rest &= ~(1 << bit);
    }
  }
}
