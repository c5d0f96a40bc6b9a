// The forward index: the terms of each document, 64 documents to a row. The values of facets are counted with it.
import { type Block, blockSize, offsetsOf } from '../../doc-ids/block.ts';
import type { DocIdSet } from '../../doc-ids/doc-id-set.ts';
import type { Database } from '../open.ts';
import type { Prepare } from '../prepare.ts';

/**
 * A row of `document_terms` begins with 64 integers of 32 bits: for each document, the byte after its last term. The numbers
 * of the terms follow, in groups of seven bits, the lowest first, with the eighth bit set if more follow (LEB128: DWARF 5, 7.6).
 */
const documentsInRow = 64;
const headerBytes = documentsInRow * 4;

/** A number of 32 bits takes no more in LEB128. */
const maxTermBytes = 5;

const rowOf = (docId: number): number => docId >>> 6;
const slotOf = (docId: number): number => docId & (documentsInRow - 1);

/** Takes the terms of documents by ascending document id, each term of a document once. */
export interface ForwardIndexWriter {
  add(docId: number, term: number): void;
  /** Writes what is still held. */
  finish(): void;
}

/** Writes `document_terms`, which must be empty. */
export function forwardIndexWriter(database: Database): ForwardIndexWriter {
  const insert = database.prepare('INSERT INTO document_terms VALUES (?, ?)');
  const ends = new Uint32Array(documentsInRow);
  let bytes = new Uint8Array(8_192);
  let length = 0;
  let row = 0;

  function flush(): void {
    if (length === 0) return;
    for (let slot = 1; slot < documentsInRow; slot++) {
      ends[slot] = Math.max(ends[slot] as number, ends[slot - 1] as number); // a document without terms ends where it begins
    }
    insert.run(row, Buffer.concat([new Uint8Array(ends.buffer), bytes.subarray(0, length)]));
    ends.fill(0);
    length = 0;
  }

  return {
    add(docId, term) {
      if (rowOf(docId) !== row) {
        flush();
        row = rowOf(docId);
      }
      if (length + maxTermBytes > bytes.length) bytes = grown(bytes);
      length = writeNumber(bytes, length, term);
      ends[slotOf(docId)] = length;
    },
    finish: flush,
  };
}

function grown(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(bytes.length * 2);
  larger.set(bytes);
  return larger;
}

/** Returns the index after the number. */
function writeNumber(bytes: Uint8Array, at: number, number: number): number {
  let [next, rest] = [at, number];
  for (; rest > 127; rest >>>= 7) bytes[next++] = (rest & 127) | 128;
  bytes[next++] = rest;
  return next;
}

/**
 * Visits the terms of each document of a set that has any, by ascending document id. The visitor gets the terms as the first
 * `count` numbers of an array that is used again.
 */
export function visitTerms(
  prepare: Prepare,
  docIds: DocIdSet,
  visit: (terms: Uint32Array, count: number) => void,
): void {
  const query = prepare('SELECT body FROM document_terms WHERE number = ?').pluck();
  let terms = new Uint32Array(256);
  let row = -1;
  let bytes: Uint8Array = new Uint8Array(headerBytes);
  let ends: Uint32Array = new Uint32Array(documentsInRow);
  for (const [at, key] of docIds.blockKeys.entries()) {
    for (const offset of offsetsOf(docIds.blocks[at] as Block)) {
      const docId = key * blockSize + offset;
      if (rowOf(docId) !== row) {
        row = rowOf(docId);
        const body = (query.get(row) as Buffer | undefined) ?? emptyRow;
        ends = new Uint32Array(body.buffer, body.byteOffset, documentsInRow);
        bytes = body.subarray(headerBytes);
      }
      const slot = slotOf(docId);
      const start = slot === 0 ? 0 : (ends[slot - 1] as number);
      const end = ends[slot] as number;
      if (end - start > terms.length) terms = new Uint32Array((end - start) * 2);
      if (end > start) visit(terms, readNumbers(bytes, start, end, terms));
    }
  }
}

const emptyRow = Buffer.alloc(headerBytes);

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
