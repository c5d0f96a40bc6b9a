// Positions: where in its documents the words of a stem stand, as 16-bit integers, and how to find those of a document.
import { uint16View } from './typed-views.ts';

/** A position is the number of its field (quoted 0, own 1, names 2) in the upper two bits, the word's place below. */
export const fieldOf = (position: number): number => position >>> 14;

export const positionIn = (field: number, place: number): number =>
  (field << 14) | Math.min(place, lastPlace);

/** The last place in a field. All words from there on share it: they are found, but not as part of a phrase. */
export const lastPlace = (1 << 14) - 1;

/** The positions of a stem in one block. */
export interface Positions {
  /** The number of positions of each document, by its index in the block's postings. */
  counts: Uint8Array;
  /** The number of positions before every 32nd document. A sum before each document would be larger than the positions. */
  sums: Uint32Array;
  /** Document by document, ascending in each. */
  positions: Uint16Array;
  /** For each position, the index of the form in the block's list of forms. Empty if the stem has one form. */
  forms: Uint16Array;
}

/** Documents between two sums, as a power of two. */
const sumInterval = 5;

/** The index of the first position of a document, which is given by its index in the block's postings. */
export function startOf({ counts, sums }: Positions, document: number): number {
  let start = sums[document >>> sumInterval] as number;
  for (let at = (document >>> sumInterval) << sumInterval; at < document; at++) start += counts[at] as number;
  return start;
}

/** Decodes the bytes of `documents` documents: positions; with several forms, their indexes; the counts. */
export function decodePositions(bytes: Uint8Array, documents: number, hasSeveralForms: boolean): Positions {
  const width = hasSeveralForms ? 4 : 2;
  const length = (bytes.length - documents) / width;
  const counts = bytes.subarray(length * width);
  return {
    counts,
    sums: sumsOf(counts),
    positions: uint16View(bytes.subarray(0, length * 2)),
    forms: uint16View(bytes.subarray(length * 2, length * width)),
  };
}

function sumsOf(counts: Uint8Array): Uint32Array {
  const sums = new Uint32Array((counts.length >>> sumInterval) + 1);
  let sum = 0;
  for (let at = 0; at < counts.length; at++) {
    if (at % (1 << sumInterval) === 0) sums[at >>> sumInterval] = sum;
    sum += counts[at] as number;
  }
  return sums;
}
