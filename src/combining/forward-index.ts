// Reads the forward index: the terms of each document, 64 documents to a row. The values of facets are counted with it.
import { type Block, blockSize, offsetsOf } from '../doc-ids/block.ts';
import type { DocIdSet } from '../doc-ids/doc-id-set.ts';

/**
 * A row of `document_terms` begins with 64 integers of 32 bits: for each document, the byte after its last term. The numbers
 * of the terms follow, in groups of seven bits, the lowest first, with the eighth bit set if more follow (LEB128: DWARF 5, 7.6).
 * The bytes of a row begin at an address where integers of 32 bits may begin.
 */
export const documentsInRow = 64;
const headerBytes = documentsInRow * 4;

/** The number of the row that holds a document. */
export const rowOf = (docId: number): number => docId >>> 6;

/** The place of a document in its row. */
export const slotOf = (docId: number): number => docId & (documentsInRow - 1);

/**
 * Visits the terms of each document of a set that has any, by ascending document id. `bodyOf` gives a row, or undefined where
 * there is none. The visitor gets the terms as the first `count` numbers of an array that is used again.
 */
export function visitTerms(
  bodyOf: (row: number) => Uint8Array | undefined,
  docIds: DocIdSet,
  visit: (terms: Uint32Array, count: number, docId: number) => void,
): void {
  let terms = new Uint32Array(256);
  let row = -1;
  let bytes: Uint8Array = new Uint8Array(headerBytes);
  let ends: Uint32Array = new Uint32Array(documentsInRow);
  for (const [at, key] of docIds.blockKeys.entries()) {
    for (const offset of offsetsOf(docIds.blocks[at] as Block)) {
      const docId = key * blockSize + offset;
      if (rowOf(docId) !== row) {
        row = rowOf(docId);
        const body = bodyOf(row) ?? emptyRow;
        ends = new Uint32Array(body.buffer, body.byteOffset, documentsInRow);
        bytes = body.subarray(headerBytes);
      }
      const slot = slotOf(docId);
      const start = slot === 0 ? 0 : (ends[slot - 1] as number);
      const end = ends[slot] as number;
      if (end - start > terms.length) terms = new Uint32Array((end - start) * 2);
      if (end > start) visit(terms, readNumbers(bytes, start, end, terms), docId);
    }
  }
}

const emptyRow = new Uint8Array(headerBytes);

/** Returns the count of the numbers. */
function readNumbers(bytes: Uint8Array, start: number, end: number, numbers: Uint32Array): number {
  let count = 0;
  for (let at = start; at < end; ) {
    let byte = bytes[at++] as number;
    let number = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] as number;
      number |= (byte & 127) << shift;
    }
    numbers[count++] = number;
  }
  return count;
}

/** The rows that hold the documents of a set, ascending. */
export function rowsOf(docIds: DocIdSet): number[] {
  const rows: number[] = [];
  for (const [at, key] of docIds.blockKeys.entries()) {
    for (const offset of offsetsOf(docIds.blocks[at] as Block)) {
      const row = rowOf(key * blockSize + offset);
      if (row !== rows.at(-1)) rows.push(row);
    }
  }
  return rows;
}
