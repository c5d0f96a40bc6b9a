// The flagged impacts of one clause for the documents of one block: the accumulator that scoring reads.
import { blockSize } from '../doc-ids/block.ts';
import { allFlags, maxImpact } from './impacts.ts';

/** Filled, read and cleared for each block. */
export class ImpactTable {
  /** By offset in the block; 0 if the document does not match the clause. */
  readonly impacts = new Uint16Array(blockSize);
  /** The offsets of the documents that match, in the order in which they came: the first `count` of the array. */
  readonly offsets = new Uint16Array(blockSize);
  count = 0;

  /** Adds documents with their impacts, all with the same flag. */
  addAll(offsets: Uint16Array, impacts: Uint8Array, flag: number): void {
    if (this.count > 0) {
      for (let at = 0; at < offsets.length; at++)
        this.add(offsets[at] as number, (impacts[at] as number) | flag);
      return;
    }
    const table = this.impacts;
    for (let at = 0; at < offsets.length; at++) table[offsets[at] as number] = (impacts[at] as number) | flag;
    this.offsets.set(offsets);
    this.count = offsets.length;
  }

  /** Adds a document. One that is there already keeps the flags of both and the higher impact. */
  add(offset: number, flaggedImpact: number): void {
    const known = this.impacts[offset] as number;
    if (known === 0) this.offsets[this.count++] = offset;
    this.impacts[offset] =
      ((known | flaggedImpact) & allFlags) | Math.max(known & maxImpact, flaggedImpact & maxImpact);
  }

  clear(): void {
    if (this.count > blockSize / 16) this.impacts.fill(0);
    else for (let at = 0; at < this.count; at++) this.impacts[this.offsets[at] as number] = 0;
    this.count = 0;
  }
}
