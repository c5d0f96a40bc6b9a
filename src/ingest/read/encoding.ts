// Turns a file's bytes into text, and refuses every encoding but plain UTF-8.
import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import type { Fault } from './entry.ts';

/** The largest YAML file that is read, in bytes. */
const yamlSizeLimit = 16 * 1024 * 1024;

/** Reads a whole file of text. Throws what the file system throws; a file that is no UTF-8 text gives its fault. */
export function readText(file: string): string | Fault {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    if (size > yamlSizeLimit) {
      const limit = yamlSizeLimit / 1024 / 1024;
      return at(1, 1, `is larger than ${limit} MiB; write bulk data as NDJSON, which is read as a stream`);
    }
    return decode(readFileSync(descriptor));
  } finally {
    closeSync(descriptor);
  }
}

/** Decodes bytes that must be UTF-8 without a byte order mark and without control characters that hide. */
export function decode(bytes: Buffer): string | Fault {
  const marked = byteOrderMark(bytes);
  if (marked) return at(1, 1, marked);
  if (!isUtf8(bytes)) return at(...firstInvalid(bytes));
  const nul = bytes.indexOf(0);
  if (nul >= 0) return at(...lineAndColumn(bytes, nul), 'holds a NUL byte; remove it');
  return bytes.toString('utf8');
}

const at = (line: number, column: number, message: string): Fault => ({ line, column, message });

/** What to do about a byte order mark, if the bytes begin with one. */
export function byteOrderMark(bytes: Buffer): string | undefined {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) {
    return 'begins with a byte order mark; save the file as "UTF-8" instead of "UTF-8 with BOM"';
  }
  const first = bytes.subarray(0, 2).toString('hex');
  if (first === 'fffe' || first === 'feff') return 'is UTF-16; save the file as UTF-8';
  return undefined;
}

/** Where the first byte stands that is no UTF-8, and what to do. */
function firstInvalid(bytes: Buffer): [line: number, column: number, message: string] {
  const offset = validLength(bytes);
  const byte = bytes.toString('hex', offset, offset + 1);
  const message = `is not UTF-8 (byte 0x${byte} at offset ${offset}); save the file as UTF-8`;
  return [...lineAndColumn(bytes, offset), message];
}

/** How many bytes from the start are valid UTF-8. */
export function validLength(bytes: Buffer): number {
  const replaced = bytes.toString('utf8').split('\ufffd');
  let length = 0;
  for (const text of replaced) {
    length += Buffer.byteLength(text);
    if (!bytes.subarray(length, length + 3).equals(replacementCharacter)) break;
    length += replacementCharacter.length;
  }
  return length;
}

/** Stands for what could not be decoded, unless the file holds it itself. */
const replacementCharacter = Buffer.from('\ufffd');

/** Line and column of a byte, both from 1. */
function lineAndColumn(bytes: Buffer, offset: number): [number, number] {
  const before = bytes.toString('utf8', 0, offset);
  return [before.split('\n').length, before.length - before.lastIndexOf('\n')];
}
