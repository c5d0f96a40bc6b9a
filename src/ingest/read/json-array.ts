// Streams a JSON array of records: cuts it into the JSON of each record, so that its size does not matter.
import type { Kind } from '../../records/references.ts';
import { byteOrderMark } from './encoding.ts';
import type { Entry, Fault } from './entry.ts';
import { entryOf, type JsonPiece, recordLimit } from './json-record.ts';
import { piecesOf } from './pieces-of-file.ts';

const notAnArray = 'expected a list of records: [{"kind": "person", "id": …}, …]';
const breaksOff = "the file breaks off; end the list with ']'";
const afterTheEnd = 'something follows the end of the list; remove it, or put all records into one list';
const tooLong = `the record is longer than ${recordLimit / 1024} KiB, or one of its brackets is not closed; the file was not read beyond it`;

/** Yields each record of the array, or its fault. `named` is the kind that the name of the file says, if it says one. */
export function* readJsonArray(file: string, named?: Kind): Generator<Entry | Fault> {
  const elements = new Elements();
  for (const piece of piecesOf(file)) {
    for (const item of elements.feed(piece)) {
      yield 'message' in item ? item : entryOf(item, named);
      if ('message' in item) return;
    }
  }
  for (const item of elements.end()) yield 'message' in item ? item : entryOf(item, named);
}

/** The characters that structure JSON, as bytes. */
const [quote, comma, backslash, lineFeed] = [34, 44, 92, 10] as const;
const [openArray, closeArray, openObject, closeObject] = [91, 93, 123, 125] as const;

const isSpace = (byte: number): boolean => byte === 32 || byte === lineFeed || byte === 13 || byte === 9;

/**
 * Cuts the bytes of an array where a comma or its last bracket stands outside of strings and inner brackets. It does not
 * judge what stands between them. The rest after a fault is not read.
 */
class Elements {
  #phase: 'before' | 'between' | 'inside' | 'after' = 'before';
  #line = 1;
  #column = 1;
  #offset = 0;
  #depth = 0;
  #isText = false;
  #isEscaped = false;
  #count = 0;
  /** Where the element began that is being read, and its bytes from earlier pieces. */
  #start = { line: 1, column: 1, offset: 0 };
  #held: Buffer[] = [];

  *feed(piece: Buffer): Generator<JsonPiece | Fault> {
    const marked = this.#offset === 0 ? byteOrderMark(piece) : undefined;
    if (marked !== undefined) return yield this.#fault(marked);
    const base = this.#offset;
    for (const byte of piece) {
      const item = this.#take(byte, piece, base);
      if (item !== null) yield item;
      this.#offset += 1;
      if (byte === lineFeed) {
        this.#line += 1;
        this.#column = 1;
      } else if ((byte & 0xc0) !== 0x80) this.#column += 1; // not the later bytes of a letter
    }
    if (this.#phase !== 'inside') return;
    this.#held.push(piece.subarray(Math.max(0, this.#start.offset - base)));
    if (this.#offset - this.#start.offset > recordLimit) yield { ...this.#start, message: tooLong };
  }

  /** What is left when the file is at its end. */
  *end(): Generator<JsonPiece | Fault> {
    if (this.#phase === 'before')
      yield { line: 1, column: 1, message: 'is empty; write a list of records, or remove the file' };
    else if (this.#phase === 'inside') yield this.#element(Buffer.alloc(0), breaksOff);
    else if (this.#phase === 'between') yield this.#fault(breaksOff);
  }

  #take(byte: number, piece: Buffer, base: number): JsonPiece | Fault | null {
    if (this.#phase === 'inside') return this.#isEndOfElement(byte) ? this.#finish(byte, piece, base) : null;
    if (isSpace(byte)) return null;
    if (this.#phase === 'after') return this.#fault(afterTheEnd);
    if (this.#phase === 'before') {
      this.#phase = 'between';
      return byte === openArray ? null : this.#fault(notAnArray);
    }
    if (byte === closeArray && this.#count === 0) {
      this.#phase = 'after';
      return null;
    }
    this.#phase = 'inside';
    this.#start = { line: this.#line, column: this.#column, offset: this.#offset };
    return this.#isEndOfElement(byte) ? this.#fault('expected a record here; remove the comma') : null;
  }

  #finish(byte: number, piece: Buffer, base: number): JsonPiece | Fault {
    this.#phase = byte === comma ? 'between' : 'after';
    const from = Math.max(0, this.#start.offset - base);
    return this.#element(piece.subarray(from, this.#offset - base), undefined);
  }

  #element(last: Buffer, complaint: string | undefined): JsonPiece | Fault {
    const bytes = Buffer.concat([...this.#held, last]);
    this.#held = [];
    this.#count += 1;
    if (bytes.length > recordLimit) return { ...this.#start, message: tooLong };
    return { ...this.#start, bytes, breaksOff: complaint };
  }

  /** Whether the element ends before this byte. */
  #isEndOfElement(byte: number): boolean {
    if (this.#isText) {
      if (this.#isEscaped) this.#isEscaped = false;
      else if (byte === backslash) this.#isEscaped = true;
      else if (byte === quote) this.#isText = false;
      return false;
    }
    if (byte === quote) this.#isText = true;
    else if (byte === openArray || byte === openObject) this.#depth += 1;
    else if (this.#depth > 0) this.#depth -= Number(byte === closeArray || byte === closeObject);
    else return byte === comma || byte === closeArray;
    return false;
  }

  #fault(message: string): Fault {
    return { line: this.#line, column: this.#column, message };
  }
}
