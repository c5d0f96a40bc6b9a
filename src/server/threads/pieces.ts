// Hands a stream from one thread to another, piece by piece, and no faster than the reader at the other end takes them.
import { Readable } from 'node:stream';
import type { MessagePort } from 'node:worker_threads';

/** Asks for a piece. */
const more = null;

/** Says that there is none left. */
const end = null;

/** The same bytes in memory of their own, which can change hands; what is small shares its memory with others. */
export const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
    ? (bytes as Uint8Array<ArrayBuffer>)
    : new Uint8Array(bytes);

/**
 * Sends a piece each time the reader asks for one. Calls `stop` where the reader goes away before the end; a stream
 * that fails closes the port without having said that it ended.
 */
export function sendPieces(stream: Readable, port: MessagePort, stop: () => void): void {
  let wanted = 0;
  const next = (): Buffer | null => (wanted > 0 ? stream.read() : null);
  const send = (): void => {
    for (let piece = next(); piece !== null; piece = next()) {
      wanted -= 1;
      const bytes = own(piece);
      port.postMessage(bytes, [bytes.buffer]);
    }
  };
  port.on('message', () => {
    wanted += 1;
    send();
  });
  port.on('close', stop);
  stream.on('readable', send);
  stream.on('end', () => port.postMessage(end));
  stream.on('close', () => port.close());
  stream.on('error', () => undefined); // the application has logged it; the port closes too early, and that tells
}

/** What the other thread sends. Fails where that stops before the end; the other stops where this is destroyed. */
export function receivePieces(port: MessagePort): Readable {
  let isWhole = false;
  const stream = new Readable({
    read: () => port.postMessage(more),
    destroy(error, done) {
      port.close();
      done(error);
    },
  });
  port.on('message', (piece: Uint8Array | typeof end) => {
    isWhole = piece === end;
    stream.push(piece);
  });
  port.on('close', () => {
    if (!isWhole) stream.destroy(new Error('the thread stopped in the middle of its answer'));
  });
  return stream;
}
