// Streams a whole list or file piece by piece: a piece is read when the client has room for it, and other requests come in between.
import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Stream } from '../../store/store.ts';
import type { RowWriter } from './format.ts';

/** Bytes that wait for the client before the next piece is read. */
const highWaterMark = 64 * 1024;

/** Documents of a piece: to write them takes a fraction of a millisecond. */
const documentsPerPiece = 8;

/** A stream of these pieces; their iterator is closed when the stream ends or the client goes away. */
export const readableOf = (pieces: Stream<Buffer>): Readable =>
  Readable.from(inTurns(pieces), { objectMode: false, highWaterMark });

/** A list as a writer writes it, each document changed by `shape` if there is one. */
export const streamOf = (
  writer: RowWriter,
  batches: Stream<Buffer[]>,
  shape: ((body: Buffer) => Buffer) | null,
): Readable => readableOf(piecesOf(writer, batches, shape));

async function* piecesOf(
  writer: RowWriter,
  batches: Stream<Buffer[]>,
  shape: ((body: Buffer) => Buffer) | null,
): AsyncGenerator<Buffer> {
  let { head } = writer; // goes out with the first piece: if that cannot be read, the answer is still an error
  for await (const batch of batches) {
    for (let at = 0; at < batch.length; at += documentsPerPiece) {
      const bodies = batch.slice(at, at + documentsPerPiece);
      const rows = writer.rows(shape ? bodies.map(shape) : bodies);
      yield head.length > 0 ? Buffer.concat([head, rows]) : rows;
      head = Buffer.alloc(0);
    }
  }
  if (head.length > 0) yield head;
}

/** Resolves in the turn of the event loop that the last stream has taken. */
let lastTurn: Promise<unknown> = Promise.resolve();

/** All streams together send one piece in a turn of the event loop, so that a light request waits for one piece at most. */
async function* inTurns(pieces: Stream<Buffer>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    yield piece;
    lastTurn = lastTurn.then(() => nextTurn());
    await lastTurn;
  }
}
