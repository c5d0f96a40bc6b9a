// Streams a whole list: a batch of documents is read, written and sent before the next is read.
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { Stream } from '../../store/store.ts';
import type { StreamFormat } from './format.ts';

/** Bytes that wait for the client before the next batch is read. */
const highWaterMark = 64 * 1024;

/** A stream of what the iterable yields; it is closed when the stream ends or the client goes away. */
export const readableOf = (pieces: Stream<Buffer>): Readable =>
  Readable.from(pieces, { objectMode: false, highWaterMark });

/** A list in a format, each document changed by `shape` if there is one. */
export const streamOf = (
  format: StreamFormat,
  query: Record<string, unknown>,
  batches: Stream<Buffer[]>,
  shape: ((body: Buffer) => Buffer) | null,
): Readable => readableOf(piecesOf(format, query, batches, shape));

async function* piecesOf(
  format: StreamFormat,
  query: Record<string, unknown>,
  batches: Stream<Buffer[]>,
  shape: ((body: Buffer) => Buffer) | null,
): AsyncGenerator<Buffer> {
  let head = format.head(query); // goes out with the first batch: if that cannot be read, the answer is still an error
  for await (const bodies of batches) {
    const rows = format.rows(shape ? bodies.map(shape) : bodies);
    yield head.length > 0 ? Buffer.concat([head, rows]) : rows;
    head = Buffer.alloc(0);
    await setImmediate(); // other requests come between two batches
  }
  if (head.length > 0) yield head;
}
