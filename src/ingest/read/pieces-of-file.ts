// Reads a file piece by piece, so that its size does not matter.
import { closeSync, openSync, readSync } from 'node:fs';

const pieceSize = 256 * 1024;

/** Yields the bytes of a file, from an offset to its end. Throws what the file system throws. */
export function* piecesOf(file: string, from = 0): Generator<Buffer> {
  const descriptor = openSync(file, 'r');
  try {
    let offset = from;
    for (let piece = pieceAt(descriptor, offset); piece.length > 0; piece = pieceAt(descriptor, offset)) {
      yield piece;
      offset += piece.length;
    }
  } finally {
    closeSync(descriptor);
  }
}

/** What a file holds from an offset on, at most a piece; empty at its end. */
function pieceAt(descriptor: number, offset: number): Buffer {
  const piece = Buffer.allocUnsafeSlow(pieceSize);
  return piece.subarray(0, readSync(descriptor, piece, 0, pieceSize, offset));
}
