// Reads /dataset.ndjson, which is published in pieces.
import * as statements from './statements.ts';
import type { Version } from './version.ts';

/** The size of all lines, in bytes. */
export async function recordBytes({ reader }: Version): Promise<number> {
  const [row] = await reader.rows<{ size: string }>(statements.recordsSize);
  return Number(row?.size ?? 0);
}

/** The bytes from `first` to `last`, both inclusive and within all lines, piece by piece. */
export async function* readRecords({ reader }: Version, first: number, last: number): AsyncGenerator<Buffer> {
  for (let at = first; at <= last; ) {
    const [piece] = await reader.rows<{ start: string; length: number; body: string }>(
      statements.recordPiece,
      [at],
    );
    if (!piece) return;
    const start = Number(piece.start);
    yield Buffer.from(piece.body).subarray(at - start, last + 1 - start);
    at = start + piece.length;
  }
}
