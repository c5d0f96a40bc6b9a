// Where in its documents each word of a stem stands in one block, out of the blob that holds it.
import { shorts } from './views.ts';

/** Where in its documents each word stands. */
export interface Places {
  /** How many places each document has. */
  counts: Uint8Array;
  /** How many places there are before every 32nd document: before each, they would take more room than the places. */
  before: Uint32Array;
  places: Uint16Array;
  /** The index in the head of the form at each place; empty where the head has one form. */
  forms: Uint16Array;
}

/** Documents that lie between two of `before`, as a power of two. */
const apart = 5;

/** The index of the first place of a document. */
export function startOf({ counts, before }: Places, document: number): number {
  let start = before[document >>> apart] as number;
  for (let at = (document >>> apart) << apart; at < document; at++) start += counts[at] as number;
  return start;
}

/** As `Packer` packs it: the places, the indices of their forms where there are several, how many each of the documents has. */
export function placesFrom(bytes: Buffer, count: number, hasSeveral: boolean): Places {
  const width = hasSeveral ? 4 : 2;
  const length = (bytes.length - count) / width;
  const counts = bytes.subarray(length * width);
  return {
    counts,
    before: sumsBefore(counts),
    places: shorts(bytes.subarray(0, length * 2)),
    forms: shorts(bytes.subarray(length * 2, length * width)),
  };
}

function sumsBefore(counts: Uint8Array): Uint32Array {
  const before = new Uint32Array((counts.length >>> apart) + 1);
  let sum = 0;
  for (let at = 0; at < counts.length; at++) {
    if (at % (1 << apart) === 0) before[at >>> apart] = sum;
    sum += counts[at] as number;
  }
  return before;
}
