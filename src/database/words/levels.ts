// What the documents of one block are worth to one part of a query: a table to look into, and a list of who is in it.
import { blockSize } from '../postings/block.ts';
import { exactFlag, mostImpact, quotedFlag } from './impact.ts';

const flags = exactFlag | quotedFlag;

/** Levels are impacts with flags; 0 for a document that does not answer. Filled, read and cleared for each block. */
export class Levels {
  readonly table = new Uint16Array(blockSize);
  /** The documents in the table, in the order in which they came; the first `count` count. */
  readonly members = new Uint16Array(blockSize);
  count = 0;

  /** Enters documents at once, each with its impact and all with the same flag. */
  enter(lows: Uint16Array, impacts: Uint8Array, flag: number): void {
    if (this.count > 0) {
      for (let at = 0; at < lows.length; at++) this.raise(lows[at] as number, (impacts[at] as number) | flag);
      return;
    }
    const { table } = this;
    for (let at = 0; at < lows.length; at++) table[lows[at] as number] = (impacts[at] as number) | flag;
    this.members.set(lows);
    this.count = lows.length;
  }

  /** Enters a document, or joins what is there: all flags, and the higher impact. */
  raise(low: number, level: number): void {
    const known = this.table[low] as number;
    if (known === 0) this.members[this.count++] = low;
    this.table[low] = ((known | level) & flags) | Math.max(known & mostImpact, level & mostImpact);
  }

  clear(): void {
    if (this.count > blockSize / 16) this.table.fill(0);
    else for (let at = 0; at < this.count; at++) this.table[this.members[at] as number] = 0;
    this.count = 0;
  }
}
