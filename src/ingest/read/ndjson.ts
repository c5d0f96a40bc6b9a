// Streams NDJSON: one record a line, read in pieces of the file, so that its size does not matter.
import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import { type Kind, kinds } from '../../records/references.ts';
import { definitionOf } from '../../resources/registry.ts';
import { didYouMean } from '../did-you-mean.ts';
import { hasKeyTwice } from './duplicate-keys.ts';
import { byteOrderMark, validLength } from './encoding.ts';
import type { Entry, Fault } from './entry.ts';

/** The longest line that is read, in bytes. */
export const lineLimit = 1024 * 1024;

const pieceSize = 256 * 1024;

/** A line as bytes, where it stands, and whether a line break ended it. */
interface Line {
  bytes: Buffer;
  line: number;
  /** Offset of its first byte in the file. */
  offset: number;
  ended: boolean;
}

/** Whole lines as bytes, and where the first of them stands; a line that the file breaks off in may be the last. */
export interface Lines {
  bytes: Uint8Array;
  line: number;
  /** Offset of the first byte in the file. */
  offset: number;
}

/** Yields each line's record, or its fault. Blank lines are passed over; CRLF is as good as LF. */
export function* readNdjson(file: string): Generator<Entry | Fault> {
  let records = 0;
  for (const lines of readLines(file)) {
    for (const item of entriesIn(lines)) {
      records += 1;
      yield item;
    }
  }
  if (records === 0) yield emptyFile;
}

/** What is wrong with a file that holds no record. */
export const emptyFile: Fault = {
  line: 1,
  column: 1,
  message: 'is empty; write one record a line, or remove the file',
};

/** Yields each line's record, or its fault, unless it is blank. */
export function* entriesIn({ bytes, line, offset }: Lines): Generator<Entry | Fault> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let from = 0;
  for (let at = line; from < buffer.length; at += 1) {
    const found = buffer.indexOf(10, from);
    const end = found < 0 ? buffer.length : found;
    const each = buffer.subarray(from, end);
    if (!isBlank(each)) yield entryOf({ bytes: each, line: at, offset: offset + from, ended: found >= 0 });
    from = end + 1;
  }
}

/** Yields the lines of a file, many at a time; after one beyond the limit, cut off just past it, the rest is skipped. */
export function* readLines(file: string): Generator<Lines> {
  const descriptor = openSync(file, 'r');
  try {
    let line = 1;
    let offset = 0;
    let held = Buffer.alloc(0);
    for (;;) {
      const piece = Buffer.allocUnsafeSlow(pieceSize);
      const size = readSync(descriptor, piece, 0, pieceSize, offset + held.length);
      if (size === 0) break;
      const bytes = Buffer.concat([held, piece.subarray(0, size)]);
      const end = bytes.lastIndexOf(10) + 1;
      if (end > 0) yield { bytes: bytes.subarray(0, end), line, offset };
      line += countLines(bytes, end);
      held = bytes.subarray(end);
      offset += end;
      if (held.length > lineLimit) break;
    }
    if (held.length > 0) yield { bytes: held, line, offset };
  } finally {
    closeSync(descriptor);
  }
}

function countLines(bytes: Buffer, end: number): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0 && at < end; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}

const isBlank = (bytes: Buffer): boolean =>
  bytes.length < 100 && bytes.every((byte) => byte === 32 || byte === 9 || byte === 13);

/**
 * The record of a line: an object whose `kind` says what it is, with the record's fields beside it, or under `record`
 * where the record has a field `kind` itself.
 */
function entryOf({ bytes, line, offset, ended }: Line): Entry | Fault {
  const at = (column: number, message: string): Fault => ({ line, column, message });
  if (bytes.length > lineLimit) {
    return at(1, `the line is longer than ${lineLimit / 1024} KiB; the file was not read beyond it`);
  }
  const marked = line === 1 ? byteOrderMark(bytes) : undefined;
  if (marked !== undefined) return at(1, marked);
  if (!isUtf8(bytes)) {
    const valid = bytes.toString('utf8', 0, validLength(bytes));
    return at(valid.length + 1, 'is not UTF-8; save the file as UTF-8');
  }
  const text = bytes.toString('utf8');
  const value = parseJson(text, ended);
  if ('message' in value) return at(value.column, value.message);
  const { kind, record, ...fields } = value.line;
  if (!isKind(kind)) return at(1, kindComplaint(kind));
  if (hasKeyTwice(text, value.line)) return at(1, 'a field stands twice; keep one');
  if (record !== undefined && Object.keys(fields).length === 0) {
    return { kind, value: record, line, place: offset };
  }
  if (hasOwnKind.has(kind)) return at(1, ownKindComplaint(kind));
  return { kind, value: fields, line, place: offset };
}

type Parsed = { line: { kind?: unknown; record?: unknown } } | { column: number; message: string };

function parseJson(text: string, ended: boolean): Parsed {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { line: value };
    return { column: 1, message: 'expected an object such as {"kind": "person", "id": …}' };
  } catch (error) {
    const { message: wording } = error as SyntaxError;
    const column = Number(/position (\d+)/.exec(wording)?.[1] ?? text.length) + 1;
    if (!ended && column > text.trimEnd().length) {
      return { column, message: 'the last line breaks off; was its writer stopped? write the file again' };
    }
    return { column, message: `not JSON: ${wording.split(' in JSON at position', 1).join()}` };
  }
}

const isKind = (value: unknown): value is Kind => (kinds as readonly unknown[]).includes(value);

const hasOwnKind: ReadonlySet<Kind> = new Set(
  kinds.filter((kind) => 'kind' in definitionOf[kind].schema.shape),
);

const ownKindComplaint = (kind: Kind): string =>
  `${kind} records have a kind of their own; write {"kind": "${kind}", "record": {"id": …, "kind": …}}`;

function kindComplaint(kind: unknown): string {
  const expected = `expected one of ${kinds.join(', ')}`;
  if (kind === undefined) return `kind is missing; ${expected}`;
  return `unknown kind ${JSON.stringify(kind)}; ${expected}${didYouMean(String(kind), kinds)}`;
}
