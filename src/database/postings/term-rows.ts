// The terms of documents as bytes, sixty-four documents to a row, so that a row is about as large as a page of the file.

/** Documents share a row where their numbers differ in the lowest six bits alone. */
export const rowOf = (document: number): number => document >>> 6;

const placeOf = (document: number): number => document & 63;

/** The most bytes that a number of 32 bits takes. */
const longest = 5;

/** The number of a row and its size stand before its documents, in so many bytes at most. */
const headerSize = 2 * longest;

/**
 * Gathers one row: its number, how many bytes follow, and for each document its place in a byte, how many bytes its terms
 * take, and the terms. Numbers are in groups of seven bits, the lowest first, with the eighth bit where more follow
 * (LEB128: DWARF 5, 7.6).
 */
export class RowWriter {
  #bytes = new Uint8Array(8_192);
  #end = headerSize;
  #terms = new Uint8Array(1_024);

  /** Takes in a document; those of one row come in the order of their numbers. */
  add(document: number, terms: readonly number[]): void {
    if (this.#terms.length < terms.length * longest) this.#terms = new Uint8Array(terms.length * 2 * longest);
    let size = 0;
    for (const term of terms) size = writeNumber(this.#terms, size, term);
    this.#makeRoom(1 + longest + size);
    this.#bytes[this.#end] = placeOf(document);
    this.#end = writeNumber(this.#bytes, this.#end + 1, size);
    this.#bytes.set(this.#terms.subarray(0, size), this.#end);
    this.#end += size;
  }

  /** The row with its number, which the next one is written over; null where no document came. */
  take(row: number): Uint8Array | null {
    const end = this.#end;
    if (end === headerSize) return null;
    const header = writeNumber(this.#bytes, writeNumber(this.#bytes, 0, row), end - headerSize);
    this.#bytes.copyWithin(headerSize - header, 0, header);
    this.#end = headerSize;
    return this.#bytes.subarray(headerSize - header, end);
  }

  #makeRoom(more: number): void {
    if (this.#end + more <= this.#bytes.length) return;
    const grown = new Uint8Array((this.#end + more) * 2);
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

function writeNumber(bytes: Uint8Array, at: number, number: number): number {
  let [next, rest] = [at, number];
  for (; rest > 127; rest >>>= 7) bytes[next++] = (rest & 127) | 128;
  bytes[next++] = rest;
  return next;
}

/** Reads rows that follow one another, and in them the documents that are asked for; both have to ascend. */
export class RowReader {
  /** The terms of the document that was found last. */
  terms = new Uint32Array(256);
  #bytes: Uint8Array = new Uint8Array();
  #at = 0;
  #row = -1;
  #rowEnd = 0;

  open(rows: Uint8Array): void {
    this.#bytes = rows;
    this.#at = 0;
    this.#row = -1;
    this.#rowEnd = 0;
  }

  /** How many terms the document has; none where it is not in the rows. They are in `terms` until the next is asked for. */
  find(document: number): number {
    return this.#findRow(rowOf(document)) ? this.#findPlace(placeOf(document)) : 0;
  }

  #findRow(row: number): boolean {
    while (this.#row < row) {
      this.#at = this.#rowEnd;
      if (this.#at === this.#bytes.length) return false;
      this.#row = this.#readNumber();
      const size = this.#readNumber();
      this.#rowEnd = this.#at + size;
    }
    return this.#row === row;
  }

  #findPlace(place: number): number {
    while (this.#at < this.#rowEnd) {
      const found = this.#bytes[this.#at] as number;
      if (found > place) return 0;
      this.#at += 1;
      const size = this.#readNumber();
      if (found === place) return this.#readTerms(this.#at + size);
      this.#at += size;
    }
    return 0;
  }

  #readTerms(end: number): number {
    if (this.terms.length < end - this.#at) this.terms = new Uint32Array((end - this.#at) * 2);
    let count = 0;
    while (this.#at < end) this.terms[count++] = this.#readNumber();
    return count;
  }

  #readNumber(): number {
    let byte = this.#bytes[this.#at++] as number;
    let number = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = this.#bytes[this.#at++] as number;
      number |= (byte & 127) << shift;
    }
    return number >>> 0;
  }
}
