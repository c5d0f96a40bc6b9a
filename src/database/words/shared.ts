// Finds the documents that several stems share in one block, and where each stands among the documents of each stem.
import { listBits } from '../postings/bits.ts';
import { type Block, blockSize, type Dense, type Sparse } from '../postings/block.ts';
import { indexInBits } from './ranks.ts';

/** Documents, ascending, and for each of the blocks that were put in the index of each of them. */
export interface Shared {
  lows: Uint16Array;
  indices: Uint32Array[];
}

/** Finds what blocks share, again and again in the same table. */
export class Sharing {
  /** One more than the index of each member of the block at hand; zeros before and after. */
  readonly #indexAt = new Uint16Array(blockSize);
  /** What is found in one block: new ones for each would be most of what a search leaves to the garbage collector. */
  readonly #members = new Uint16Array(blockSize);
  readonly #places = new Uint32Array(blockSize);
  readonly #found = new Uint32Array(blockSize);

  /** What all blocks have; there are two at least. */
  of(blocks: readonly Block[]): Shared {
    const order = [...blocks.keys()].sort((a, b) => countOf(blocks, a) - countOf(blocks, b));
    const [first = 0, ...others] = order;
    let kept: Shared = { lows: this.#membersOf(blocks[first] as Block), indices: [] };
    for (const other of others) kept = this.#narrowed(kept, blocks[other] as Block, other, first);
    return kept;
  }

  #membersOf(block: Block): Uint16Array {
    return block.isDense ? listBits(block.bits, this.#members.subarray(0, block.count)) : block.members;
  }

  #narrowed({ lows, indices }: Shared, block: Block, as: number, first: number): Shared {
    const [places, found] = [this.#places, this.#found];
    const filled = block.isDense
      ? findInBits(block, lows, places, found)
      : this.#findInMembers(block, lows, places, found);
    const kept = places.subarray(0, filled);
    const next: Shared = { lows: pick(lows, kept, new Uint16Array(filled)), indices: [] };
    // At first all members of the first block are there, and each stands where its index says.
    if (indices.length === 0) next.indices[first] = kept.slice();
    for (const [other, known] of indices.entries()) {
      if (known) next.indices[other] = pick(known, kept, new Uint32Array(filled));
    }
    next.indices[as] = found.slice(0, filled);
    return next;
  }

  /** Fills in where among `lows` the members stand, and where among the members; gives how many they are. */
  #findInMembers({ members }: Sparse, lows: Uint16Array, places: Uint32Array, found: Uint32Array): number {
    const indexAt = this.#indexAt;
    for (let at = 0; at < members.length; at++) indexAt[members[at] as number] = at + 1;
    let filled = 0;
    for (let at = 0; at < lows.length; at++) {
      const index = indexAt[lows[at] as number] as number;
      if (index === 0) continue;
      places[filled] = at;
      found[filled++] = index - 1;
    }
    for (let at = 0; at < members.length; at++) indexAt[members[at] as number] = 0;
    return filled;
  }
}

const countOf = (blocks: readonly Block[], at: number): number => (blocks[at] as Block).count;

/** The same for bits. */
function findInBits(block: Dense, lows: Uint16Array, places: Uint32Array, found: Uint32Array): number {
  const indexOf = indexInBits(block);
  let filled = 0;
  for (let at = 0; at < lows.length; at++) {
    const index = indexOf(lows[at] as number);
    if (index === -1) continue;
    places[filled] = at;
    found[filled++] = index;
  }
  return filled;
}

function pick<T extends Uint16Array | Uint32Array>(from: T, places: Uint32Array, into: T): T {
  for (let at = 0; at < places.length; at++) into[at] = from[places[at] as number] as number;
  return into;
}
