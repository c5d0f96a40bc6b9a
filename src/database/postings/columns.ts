// The terms of a facet by document, one block of documents at a time: for facets of so many values that few occur in a set.
import { hasBit } from './bits.ts';
import { atOrAfter, type Block } from './block.ts';
import { aligned } from './encoding.ts';

/** A facet has columns where it has more terms than this; others are counted by combining the sets of all their terms. */
export const mostWithoutColumns = 1_024;

/** Pairs of a document and a term, by document. */
export interface Column {
  /** Low halves of document numbers, ascending; a document with several terms comes several times. */
  lows: Uint16Array;
  /** The number of the term at the same index. */
  terms: Uint32Array;
}

/** The documents of a term in one block. */
export interface TermInBlock {
  term: number;
  /** Low halves, ascending. */
  lows: Uint16Array;
}

/** The column of these terms as it is stored: the number of pairs and their terms in 32 bits each, then lows in 16. */
export function encodeColumn(terms: readonly TermInBlock[]): Buffer {
  const next = placesByLow(terms);
  const size = terms.reduce((sum, { lows }) => sum + lows.length, 0);
  const bytes = new ArrayBuffer(4 + size * 6);
  new Uint32Array(bytes, 0, 1)[0] = size;
  const column = columnIn(bytes);
  for (const { term, lows } of terms) {
    for (const low of lows) {
      const place = next[low] as number;
      column.lows[place] = low;
      column.terms[place] = term;
      next[low] = place + 1;
    }
  }
  return Buffer.from(bytes);
}

/** Where the pairs of each low half begin. */
function placesByLow(terms: readonly TermInBlock[]): Uint32Array {
  const places = new Uint32Array(0x10001);
  for (const { lows } of terms) for (const low of lows) (places[low + 1] as number)++;
  for (let low = 1; low < places.length; low++) (places[low] as number) += places[low - 1] as number;
  return places;
}

/** Reads what `encodeColumn` wrote. */
export const decodeColumn = (bytes: Uint8Array): Column => columnIn(aligned(bytes));

function columnIn(bytes: ArrayBufferLike): Column {
  const [size = 0] = new Uint32Array(bytes, 0, 1);
  return { terms: new Uint32Array(bytes, 4, size), lows: new Uint16Array(bytes, 4 + size * 4, size) };
}

/** Adds one to the count of each term for each document of the block that has it. */
export function countTerms({ lows, terms }: Column, documents: Block, counts: Uint32Array): void {
  if (documents.isDense) {
    for (let at = 0; at < lows.length; at++) {
      if (hasBit(documents.bits, lows[at] as number)) (counts[terms[at] as number] as number)++;
    }
    return;
  }
  for (const member of documents.members) {
    for (let at = atOrAfter(lows, member); lows[at] === member; at++)
      (counts[terms[at] as number] as number)++;
  }
}
