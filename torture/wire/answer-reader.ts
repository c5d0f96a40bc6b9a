// Reads answers from a socket as they come, byte by byte if need be (RFC 9112): what a client library would mend or hide shows.
import { Buffer } from 'node:buffer';

/** One answer, whole. Names of header fields are in lower case; of a repeated field the last counts. */
export interface Answer {
  status: number;
  headers: ReadonlyMap<string, string>;
  /** As sent: still encoded as `content-encoding` says. Empty where only the length is wanted. */
  body: Buffer;
  length: number;
  /** Whether the server takes no other request on this connection. */
  isLast: boolean;
}

/** Where a body ends: after so many bytes, after the last chunk, or with the connection. */
type End = { left: number } | 'chunks' | 'connection';

/** Takes pieces and gives answers. One request may be under way at a time, so that each answer is that request's. */
export class AnswerReader {
  readonly #keepsBodies: boolean;
  #pending: Buffer = Buffer.alloc(0);
  #head: Pick<Answer, 'status' | 'headers' | 'isLast'> | null = null;
  #end: End = 'connection';
  #pieces: Buffer[] = [];
  #length = 0;

  constructor(keepsBodies = true) {
    this.#keepsBodies = keepsBodies;
  }

  /** Whether a part of an answer is there. */
  get hasBegun(): boolean {
    return this.#head !== null || this.#pending.length > 0;
  }

  /** Takes what came; gives the answer once it is whole. Throws where it is none. */
  push(piece: Buffer, isHead: boolean): Answer | null {
    this.#pending = this.#pending.length === 0 ? piece : Buffer.concat([this.#pending, piece]);
    if (this.#head === null && !this.#readHead(isHead)) return null;
    return this.#readBody() ? this.#whole() : null;
  }

  /** The connection has ended: that may be the end of the answer, too. */
  finish(): Answer | null {
    return this.#head !== null && this.#end === 'connection' ? this.#whole() : null;
  }

  #readHead(isHead: boolean): boolean {
    const end = this.#pending.indexOf('\r\n\r\n');
    if (end < 0) return false;
    const [line = '', ...fields] = this.#pending.toString('latin1', 0, end).split('\r\n');
    this.#pending = this.#pending.subarray(end + 4);
    const [, code] = /^HTTP\/1\.1 (\d{3})(?: |$)/.exec(line) ?? [];
    if (code === undefined) throw new Error(`no answer begins with '${line.slice(0, 100)}'`);
    const status = Number(code);
    if (status < 200) return this.#readHead(isHead); // a word in between
    const headers = new Map(fields.map(fieldOf));
    this.#head = { status, headers, isLast: headers.get('connection')?.toLowerCase() === 'close' };
    this.#end = endOf(status, headers, isHead);
    return true;
  }

  #readBody(): boolean {
    if (this.#end === 'chunks') return this.#readChunks();
    if (this.#end === 'connection') {
      this.#take(this.#pending.length);
      return false;
    }
    this.#end.left -= this.#take(Math.min(this.#end.left, this.#pending.length));
    return this.#end.left === 0;
  }

  #readChunks(): boolean {
    for (;;) {
      const end = this.#pending.indexOf('\r\n');
      if (end < 0) return false;
      const size = Number.parseInt(this.#pending.toString('latin1', 0, end), 16);
      if (Number.isNaN(size)) throw new Error('a chunk has no size');
      const after = end + 2 + size + 2;
      if (this.#pending.length < after) return false;
      this.#pending = this.#pending.subarray(end + 2);
      this.#take(size);
      this.#pending = this.#pending.subarray(2);
      if (size === 0) return true;
    }
  }

  #take(length: number): number {
    if (this.#keepsBodies && length > 0) this.#pieces.push(this.#pending.subarray(0, length));
    this.#pending = this.#pending.subarray(length);
    this.#length += length;
    return length;
  }

  #whole(): Answer | null {
    const head = this.#head;
    const [only] = this.#pieces;
    const body = this.#pieces.length === 1 && only ? only : Buffer.concat(this.#pieces);
    const length = this.#length;
    this.#head = null;
    this.#pieces = [];
    this.#length = 0;
    return head && { ...head, body, length };
  }
}

function fieldOf(line: string): [name: string, value: string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}

/** RFC 9112, 6.3. */
function endOf(status: number, headers: ReadonlyMap<string, string>, isHead: boolean): End {
  if (isHead || status === 204 || status === 304) return { left: 0 };
  if (headers.get('transfer-encoding') === 'chunked') return 'chunks';
  const length = headers.get('content-length');
  return length === undefined ? 'connection' : { left: Number(length) };
}
