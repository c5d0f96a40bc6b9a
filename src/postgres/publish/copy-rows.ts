// Writes rows in the binary format of COPY (PostgreSQL manual, COPY, Binary Format).
import type { ColumnType } from '../tables.ts';

/** A value of SQLite. Bytes stand for text, too, where a column of text holds UTF-8 in SQLite. */
export type Value = number | string | Uint8Array | null;

/** The signature, no flags, no extension. */
const header = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const trailer = Buffer.from([0xff, 0xff]);

/** Bytes that are sent at a time. */
const chunkSize = 256 * 1024;

/** The rows as chunks of bytes. `counted` is called with the number of rows of each chunk. */
export function* copyChunks(
  rows: Iterable<readonly Value[]>,
  types: readonly ColumnType[],
  counted: (rows: number) => void = () => undefined,
): Generator<Buffer> {
  yield header;
  let chunk = Buffer.allocUnsafe(chunkSize);
  let [length, held] = [0, 0];
  for (const row of rows) {
    const size = 2 + row.reduce<number>((sum, value, at) => sum + 4 + sizeOf(value, types[at]), 0);
    if (length + size > chunk.length) {
      if (length > 0) yield chunk.subarray(0, length);
      counted(held);
      chunk = Buffer.allocUnsafe(Math.max(chunkSize, size));
      [length, held] = [0, 0];
    }
    length = writeRow(chunk, length, row, types);
    held += 1;
  }
  yield chunk.subarray(0, length);
  counted(held);
  yield trailer;
}

function sizeOf(value: Value, type: ColumnType | undefined): number {
  if (value === null) return 0;
  if (typeof value === 'number') return type === 'bigint' ? 8 : 4;
  return typeof value === 'string' ? Buffer.byteLength(value) : value.length;
}

/** Returns the index after the row. */
function writeRow(chunk: Buffer, start: number, row: readonly Value[], types: readonly ColumnType[]): number {
  let at = chunk.writeInt16BE(row.length, start);
  for (const [index, value] of row.entries()) {
    const size = sizeOf(value, types[index]);
    at = chunk.writeInt32BE(value === null ? -1 : size, at);
    if (value === null) continue;
    if (typeof value === 'string') chunk.write(value, at);
    else if (typeof value !== 'number') chunk.set(value, at);
    else if (size === 8) chunk.writeBigInt64BE(BigInt(value), at);
    else chunk.writeInt32BE(value, at);
    at += size;
  }
  return at;
}
