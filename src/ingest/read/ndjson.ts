// Streams NDJSON: one record a line, read in pieces of the file, so that its size does not matter.
import { byteOrderMark } from './encoding.ts';
import type { Entry, Fault } from './entry.ts';
import { entryOf, recordLimit } from './json-record.ts';
import { piecesOf } from './pieces-of-file.ts';

/** Whole lines as bytes, and where the first of them stands; a line that the file breaks off in may be the last. */
interface Lines {
  bytes: Buffer;
  line: number;
  /** Offset of the first byte in the file. */
  offset: number;
}

const breaksOff = 'the last line breaks off; was its writer stopped? write the file again';

/** Yields each line's record, or its fault. Blank lines are passed over; CRLF is as good as LF, and nothing else ends a line. */
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
const emptyFile: Fault = {
  line: 1,
  column: 1,
  message: 'is empty; write one record a line, or remove the file',
};

/** Yields each line's record, or its fault, unless it is blank. */
function* entriesIn({ bytes, line, offset }: Lines): Generator<Entry | Fault> {
  let from = 0;
  for (let at = line; from < bytes.length; at += 1) {
    const found = bytes.indexOf(10, from);
    const end = found < 0 ? bytes.length : found;
    const each = bytes.subarray(from, end);
    if (!isBlank(each)) yield lineEntry(each, at, offset + from, found >= 0);
    from = end + 1;
  }
}

function lineEntry(bytes: Buffer, line: number, offset: number, isEnded: boolean): Entry | Fault {
  const marked = line === 1 ? byteOrderMark(bytes) : undefined;
  if (marked !== undefined) return { line, column: 1, message: marked };
  if (bytes.length <= recordLimit) {
    return entryOf({ bytes, line, column: 1, offset, breaksOff: isEnded ? undefined : breaksOff });
  }
  const limit = `${recordLimit / 1024} KiB`;
  return { line, column: 1, message: `the line is longer than ${limit}; the file was not read beyond it` };
}

/** Yields the lines of a file, many at a time; after one beyond the limit, cut off just past it, the rest is skipped. */
function* readLines(file: string): Generator<Lines> {
  let line = 1;
  let offset = 0;
  let held = Buffer.alloc(0);
  for (const piece of piecesOf(file)) {
    const bytes = Buffer.concat([held, piece]);
    const end = bytes.lastIndexOf(10) + 1;
    if (end > 0) yield { bytes: bytes.subarray(0, end), line, offset };
    line += countLines(bytes, end);
    held = bytes.subarray(end);
    offset += end;
    if (held.length > recordLimit) break;
  }
  if (held.length > 0) yield { bytes: held, line, offset };
}

function countLines(bytes: Buffer, end: number): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0 && at < end; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}

const isBlank = (bytes: Buffer): boolean =>
  bytes.length < 100 && bytes.every((byte) => byte === 32 || byte === 9 || byte === 13);
