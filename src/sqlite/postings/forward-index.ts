// Writes the forward index: the terms of each document, 64 documents to a row.
import { documentsInRow, rowOf, slotOf } from '../../combining/forward-index.ts';
import type { Database } from '../open.ts';

/** A number of 32 bits takes no more in LEB128. */
const maxTermBytes = 5;

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
