// Walks the members of a block up or down from a number, no further than is asked for.
import { atOrAfter, type Block, type Dense, type Sparse } from './block.ts';

/** Adds `base` plus each member from `low` upwards to `found`, until that holds `limit` numbers. */
export function takeUp(block: Block, low: number, base: number, found: number[], limit: number): void {
  if (block.isDense) upBits(block, low, base, found, limit);
  else upMembers(block, low, base, found, limit);
}

/** Adds `base` plus each member from `low` downwards to `found`, until that holds `limit` numbers. */
export function takeDown(block: Block, low: number, base: number, found: number[], limit: number): void {
  if (block.isDense) downBits(block, low, base, found, limit);
  else downMembers(block, low, base, found, limit);
}

function upMembers({ members }: Sparse, low: number, base: number, found: number[], limit: number): void {
  for (let at = atOrAfter(members, low); at < members.length && found.length < limit; at++) {
    found.push(base + (members[at] as number));
  }
}

function downMembers({ members }: Sparse, low: number, base: number, found: number[], limit: number): void {
  for (let at = atOrAfter(members, low + 1) - 1; at >= 0 && found.length < limit; at--) {
    found.push(base + (members[at] as number));
  }
}

function upBits({ bits }: Dense, low: number, base: number, found: number[], limit: number): void {
  let mask = -1 << (low & 31);
  for (let word = low >>> 5; word < bits.length && found.length < limit; word++) {
    let rest = (bits[word] as number) & mask;
    mask = -1;
    for (; rest !== 0 && found.length < limit; rest &= rest - 1) {
      found.push(base + word * 32 + 31 - Math.clz32(rest & -rest));
    }
  }
}

function downBits({ bits }: Dense, low: number, base: number, found: number[], limit: number): void {
  let mask = 0xffffffff >>> (31 - (low & 31));
  for (let word = low >>> 5; word >= 0 && found.length < limit; word--) {
    let rest = (bits[word] as number) & mask;
    mask = -1;
    while (rest !== 0 && found.length < limit) {
      const bit = 31 - Math.clz32(rest);
      found.push(base + word * 32 + bit);
      rest &= ~(1 << bit);
    }
  }
}
