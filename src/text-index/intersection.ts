// Intersects the postings of several stems in one block, and says where each document stands among those of each stem.
import { listBits } from '../doc-ids/bits.ts';
import { type Block, blockSize, type Dense, type Sparse } from '../doc-ids/block.ts';
import { rankIn } from './rank-select.ts';

/** The documents that all blocks have. */
export interface Intersection {
  /** Ascending. */
  offsets: Uint16Array;
  /** For each block, in the order in which they were given, the index of each document among its members. */
  indexes: Uint32Array[];
}

/** Intersects blocks in buffers that it uses again: new ones for each block would be most of a search's garbage. */
export class Intersector {
  /** One more than the index of each member of a sparse block; zeros before and after. */
  readonly #indexAt = new Uint16Array(blockSize);
  readonly #members = new Uint16Array(blockSize);
  readonly #kept = new Uint32Array(blockSize);
  readonly #found = new Uint32Array(blockSize);

  /** At least two blocks. */
  intersect(blocks: readonly Block[]): Intersection {
    const smallestFirst = [...blocks.keys()].sort((a, b) => countOf(blocks, a) - countOf(blocks, b));
    const [first = 0, ...others] = smallestFirst;
    let result: Intersection = { offsets: this.#offsetsOf(blocks[first] as Block), indexes: [] };
    for (const other of others) result = this.#narrow(result, blocks[other] as Block, other, first);
    return result;
  }

  #offsetsOf(block: Block): Uint16Array {
    return block.isDense ? listBits(block.bits, this.#members.subarray(0, block.count)) : block.offsets;
  }

  #narrow({ offsets, indexes }: Intersection, block: Block, number: number, first: number): Intersection {
    const [keptBuffer, found] = [this.#kept, this.#found];
    const filled = block.isDense
      ? findInBits(block, offsets, keptBuffer, found)
      : this.#findInOffsets(block, offsets, keptBuffer, found);
    const kept = keptBuffer.subarray(0, filled);
    const next: Intersection = { offsets: pick(offsets, kept, new Uint16Array(filled)), indexes: [] };
    // At first, `offsets` are all members of the first block, so their indexes are those in it.
    if (indexes.length === 0) next.indexes[first] = kept.slice();
    for (const [other, known] of indexes.entries()) {
      if (known) next.indexes[other] = pick(known, kept, new Uint32Array(filled));
    }
    next.indexes[number] = found.slice(0, filled);
    return next;
  }

  /** For each of `offsets` that is a member: its index in `offsets` to `kept`, that among the members to `found`. */
  #findInOffsets(block: Sparse, offsets: Uint16Array, kept: Uint32Array, found: Uint32Array): number {
    const indexAt = this.#indexAt;
    const members = block.offsets;
    for (let at = 0; at < members.length; at++) indexAt[members[at] as number] = at + 1;
    let filled = 0;
    for (let at = 0; at < offsets.length; at++) {
      const index = indexAt[offsets[at] as number] as number;
      if (index === 0) continue;
      kept[filled] = at;
      found[filled++] = index - 1;
    }
    for (let at = 0; at < members.length; at++) indexAt[members[at] as number] = 0;
    return filled;
  }
}

const countOf = (blocks: readonly Block[], at: number): number => (blocks[at] as Block).count;

/** As `#findInOffsets`, for a bitmap. */
function findInBits(block: Dense, offsets: Uint16Array, kept: Uint32Array, found: Uint32Array): number {
  const rank = rankIn(block);
  let filled = 0;
  for (let at = 0; at < offsets.length; at++) {
    const index = rank(offsets[at] as number);
    if (index === -1) continue;
    kept[filled] = at;
    found[filled++] = index;
  }
  return filled;
}

function pick<T extends Uint16Array | Uint32Array>(from: T, indexes: Uint32Array, into: T): T {
  for (let at = 0; at < indexes.length; at++) into[at] = from[indexes[at] as number] as number;
  return into;
}
