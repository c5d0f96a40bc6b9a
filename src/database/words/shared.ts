// Finds the documents that several stems share in one block, and where each stands among the documents of each stem.
import { bitCount, hasBit } from '../postings/bits.ts';
import { type Block, blockSize, type Dense, membersOf, type Sparse } from '../postings/block.ts';

/** Documents, ascending, and for each of the blocks that were put in the index of each of them. */
export interface Shared {
  lows: Uint16Array;
  indices: Uint32Array[];
}

/** What all blocks have; there is one at least. */
export function sharedBy(blocks: readonly Block[]): Shared {
  const order = [...blocks.keys()].sort((a, b) => countOf(blocks, a) - countOf(blocks, b));
  const [first = 0, ...others] = order;
  const lows = membersOf(blocks[first] as Block);
  let kept: Shared = { lows, indices: [] };
  kept.indices[first] = Uint32Array.from(lows.keys());
  for (const other of others) kept = narrowed(kept, blocks[other] as Block, other);
  return kept;
}

const countOf = (blocks: readonly Block[], at: number): number => (blocks[at] as Block).count;

function narrowed({ lows, indices }: Shared, block: Block, as: number): Shared {
  const indexOf = block.isDense ? inBits(block) : inMembers(block);
  const places = new Uint32Array(lows.length);
  const found = new Uint32Array(lows.length);
  let filled = 0;
  for (let at = 0; at < lows.length; at++) {
    const index = indexOf(lows[at] as number);
    if (index === -1) continue;
    places[filled] = at;
    found[filled++] = index;
  }
  const kept = places.subarray(0, filled);
  const next: Shared = { lows: Uint16Array.from(kept, (at) => lows[at] as number), indices: [] };
  for (const [other, known] of indices.entries()) {
    if (known) next.indices[other] = kept.map((at) => known[at] as number);
  }
  next.indices[as] = found.subarray(0, filled);
  return next;
}

/** Counts the bits before a number, from sums by word that are made once. */
function inBits({ bits }: Dense): (low: number) => number {
  const before = new Uint16Array(bits.length);
  for (let word = 1; word < bits.length; word++) {
    before[word] = (before[word - 1] as number) + bitCount(bits[word - 1] as number);
  }
  return (low) => {
    if (!hasBit(bits, low)) return -1;
    const word = low >>> 5;
    return (before[word] as number) + bitCount((bits[word] as number) & ((1 << (low & 31)) - 1));
  };
}

function inMembers({ members }: Sparse): (low: number) => number {
  const indexAt = new Uint16Array(blockSize);
  for (let at = 0; at < members.length; at++) indexAt[members[at] as number] = at + 1;
  return (low) => (indexAt[low] as number) - 1;
}
