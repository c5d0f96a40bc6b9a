// Sends pieces as a stream that waits for its reader: only as much is read from the database as the client takes.
import { Readable } from 'node:stream';

/** Pieces are gathered to about this many bytes, so that a small document is not a packet of its own. */
const chunkSize = 64 * 1024;

/** Makes a stream of pieces; what the pieces come from is closed when the stream ends or the client goes away. */
export function streamOf(pieces: Iterable<string | Buffer>): Readable {
  return Readable.from(gathered(pieces), { objectMode: false, highWaterMark: chunkSize });
}

function* gathered(pieces: Iterable<string | Buffer>): Generator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for (const piece of pieces) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
    held.push(bytes);
    size += bytes.length;
    if (size < chunkSize) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held);
}
