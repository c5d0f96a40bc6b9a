// The records as NDJSON, kinds in the order in which they are loaded, ids in order; in pieces, so that any byte is found at once.
import { kinds } from '../records/kinds.ts';
import type { Database } from './open.ts';
import type { Prepare } from './prepare.ts';

/** Bytes of a piece, give or take a line: a piece is read in about a millisecond. */
export const pieceSize = 256 * 1024;

/** A line is a record's JSON between these. */
const lineStart = (kind: string): string => `{"kind":"${kind}","record":`;
const lineEnd = '}\n';

/**
 * Fills the table of pieces, which is empty, from the records. The casts are there because numbers are bound as REAL. By the `+`
 * rows are read in the order of the file, and sorted.
 */
export function writePieces(database: Database): void {
  const write = database.prepare(`
    INSERT INTO record_piece
    SELECT min(start), sum(length), $kind, min(id), max(id)
    FROM (
      SELECT id, length, CAST($before AS INTEGER) + sum(length) OVER (ORDER BY id) - length AS start
      FROM (SELECT id, octet_length(text) + CAST($frame AS INTEGER) AS length FROM record WHERE +kind = $kind)
    )
    GROUP BY start / ${pieceSize}`);
  for (const kind of kinds) {
    const before = recordBytes((sql) => database.prepare(sql));
    write.run({ kind, before, frame: lineStart(kind).length + lineEnd.length });
  }
}

/** The size of all lines, in bytes. */
export function recordBytes(prepare: Prepare): number {
  const query = prepare('SELECT start + length FROM record_piece ORDER BY start DESC LIMIT 1').pluck();
  return (query.get() as number | undefined) ?? 0;
}

interface Piece {
  start: number;
  length: number;
  kind: string;
  first: string;
  last: string;
}

/** The bytes from `first` to `last`, both inclusive and within all lines, piece by piece. */
export function* readPieces(prepare: Prepare, first: number, last: number): Generator<Buffer> {
  const find = prepare('SELECT * FROM record_piece WHERE start <= ? ORDER BY start DESC LIMIT 1');
  const join = prepare(`
    SELECT CAST(group_concat($start || text || $end, '') AS BLOB)
    FROM (SELECT text FROM record WHERE kind = $kind AND id BETWEEN $first AND $last ORDER BY id)`).pluck();
  for (let at = first; at <= last; ) {
    const piece = find.get(at) as Piece;
    const { start, length, kind } = piece;
    const lines = join.get({ ...piece, start: lineStart(kind), end: lineEnd }) as Buffer;
    yield lines.subarray(at - start, last + 1 - start);
    at = start + length;
  }
}
