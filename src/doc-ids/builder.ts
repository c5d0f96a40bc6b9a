// Builds a set from ids in any order.
import { setBit } from './bits.ts';
import { type Block, blockOfBits, blockSize } from './block.ts';
import { DocIdSet } from './doc-id-set.ts';

/** Gathers ids; one that comes twice counts once. Memory: 8 KB for each block key. */
export class DocIdBuilder {
  readonly #blocks = new Map<number, { bits: Uint32Array; count: number }>();

  add(id: number): void {
    const key = id >>> 16;
    let block = this.#blocks.get(key);
    if (block === undefined) {
      block = { bits: new Uint32Array(blockSize / 32), count: 0 };
      this.#blocks.set(key, block);
    }
    block.count += setBit(block.bits, id & 0xffff);
  }

  /** The set; nothing may be added after it. */
  build(): DocIdSet {
    const sorted = [...this.#blocks].sort(([a], [b]) => a - b);
    return new DocIdSet(
      sorted.map(([key]) => key),
      sorted.map(([, { bits, count }]) => blockOfBits(bits, count) as Block),
    );
  }
}
