// Cuts JSON files into the elements of their lists, as a stream, so that their size does not matter.
import { byteOrderMark } from './encoding.ts';
import type { Fault } from './entry.ts';
import { type JsonPiece, recordLimit } from './json-record.ts';
import { piecesOf } from './pieces-of-file.ts';

const notAnArray = 'expected a list of records: [{"kind": "person", "id": …}, …]';
const notJson = "expected JSON: a list '[ … ]' or an object '{ … }'";
const breaksOff = "the file breaks off; end the list with ']'";
const afterTheEnd = 'something follows the end of the list; remove it, or put all records into one list';
const tooLong = `the record is longer than ${recordLimit / 1024} KiB, or one of its brackets is not closed; the file was not read beyond it`;

/** An element of a list, and the name of the list. */
export interface JsonElement extends JsonPiece {
  /** Empty for the list that the file is; a name where the file is an object and the element stands in it under that name. */
  list: string;
  /** Whether it stands in a list of that name, or alone. */
  isListed: boolean;
}

/**
 * Yields the elements of the array that a file holds; with `takesObjects`, also those of the arrays in an object, and its
 * other values, each with its name. After a fault the rest is not read.
 */
export function* jsonElements(file: string, takesObjects = false): Generator<JsonElement | Fault> {
  const elements = new Elements(takesObjects);
  for (const piece of piecesOf(file)) {
    for (const item of elements.feed(piece)) {
      yield item;
      if ('message' in item) return;
    }
  }
  yield* elements.end();
}

/** The characters that structure JSON, as bytes. */
const [quote, comma, colon, backslash, lineFeed] = [34, 44, 58, 92, 10] as const;
const [openArray, closeArray, openObject, closeObject] = [91, 93, 123, 125] as const;

const isSpace = (byte: number): boolean => byte === 32 || byte === lineFeed || byte === 13 || byte === 9;

/**
 * Cuts bytes into elements where a comma or the last bracket of their list stands outside of strings and inner brackets.
 * It does not judge what stands between them.
 */
class Elements {
  readonly #takesObjects: boolean;
  #phase: 'before' | 'between' | 'inside' | 'name' | 'after name' | 'value' | 'after' = 'before';
  /** Whether the file is an object, and whether the elements are those of a list. */
  #isObject = false;
  #isList = false;
  #name = '';
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

  constructor(takesObjects: boolean) {
    this.#takesObjects = takesObjects;
  }

  *feed(piece: Buffer): Generator<JsonElement | Fault> {
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
  *end(): Generator<JsonElement | Fault> {
    if (this.#phase === 'before')
      yield { line: 1, column: 1, message: 'is empty; write a list of records, or remove the file' };
    else if (this.#phase === 'inside') yield this.#element(Buffer.alloc(0), breaksOff);
    else if (this.#phase !== 'after') yield this.#fault(breaksOff);
  }

  #take(byte: number, piece: Buffer, base: number): JsonElement | Fault | null {
    if (this.#phase === 'inside') return this.#isEndOfElement(byte) ? this.#finish(byte, piece, base) : null;
    if (this.#phase === 'name') return this.#takeName(byte);
    if (isSpace(byte)) return null;
    if (this.#phase === 'after') return this.#fault(afterTheEnd);
    if (this.#phase === 'before') return this.#begin(byte);
    if (this.#phase === 'after name') return this.#takeColon(byte);
    if (this.#phase === 'between' && this.#isObject && !this.#isList) return this.#beginName(byte);
    return this.#beginElement(byte);
  }

  #begin(byte: number): Fault | null {
    this.#phase = 'between';
    this.#isList = byte === openArray;
    this.#isObject = byte === openObject && this.#takesObjects;
    if (this.#isList || this.#isObject) return null;
    return this.#fault(this.#takesObjects ? notJson : notAnArray);
  }

  #beginName(byte: number): Fault | null {
    if (byte === quote) {
      this.#phase = 'name';
      this.#name = '';
      return null;
    }
    if (byte === comma) return null;
    this.#phase = 'after';
    return byte === closeObject ? null : this.#fault('expected the name of a field in quotation marks');
  }

  /** Names with escapes or letters beyond ASCII are none that anybody asks for. */
  #takeName(byte: number): null {
    if (byte === quote) this.#phase = 'after name';
    else this.#name += String.fromCharCode(byte);
    return null;
  }

  #takeColon(byte: number): Fault | null {
    this.#phase = 'value';
    return byte === colon ? null : this.#fault("expected ':' after the name of a field");
  }

  #beginElement(byte: number): Fault | null {
    const isFirst = this.#phase === 'value' || this.#count === 0;
    if (this.#phase === 'value' && byte === openArray) {
      this.#isList = true;
      this.#phase = 'between';
      this.#count = 0;
      return null;
    }
    if (byte === closeArray && isFirst) {
      this.#endList();
      return null;
    }
    this.#phase = 'inside';
    this.#start = { line: this.#line, column: this.#column, offset: this.#offset };
    return this.#isEndOfElement(byte) ? this.#fault('expected a record here; remove the comma') : null;
  }

  #endList(): void {
    this.#isList = false;
    this.#phase = this.#isObject ? 'between' : 'after';
  }

  #finish(byte: number, piece: Buffer, base: number): JsonElement | Fault {
    const from = Math.max(0, this.#start.offset - base);
    const element = this.#element(piece.subarray(from, this.#offset - base), undefined);
    if (byte === closeArray) this.#endList();
    else this.#phase = byte === closeObject ? 'after' : 'between';
    return element;
  }

  #element(last: Buffer, complaint: string | undefined): JsonElement | Fault {
    const bytes = Buffer.concat([...this.#held, last]);
    this.#held = [];
    this.#count += 1;
    if (bytes.length > recordLimit) return { ...this.#start, message: tooLong };
    return { ...this.#start, bytes, breaksOff: complaint, list: this.#name, isListed: this.#isList };
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
    else return byte === comma || byte === (this.#isList ? closeArray : closeObject);
    return false;
  }

  #fault(message: string): Fault {
    return { line: this.#line, column: this.#column, message };
  }
}
