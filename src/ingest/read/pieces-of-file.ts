// Reads a file piece by piece, so that its size does not matter.
import { closeSync, openSync, readSync } from 'node:fs';

const pieceSize = 256 * 1024;

/** Yields the bytes of a file, from an offset to its end. Throws what the file system throws. */
export function* piecesOf(file: string, from = 0): Generator<Buffer> {
  const descriptor = openSync(file, 'r');
  try {
    for (let offset = from; ; ) {
      const piece = Buffer.allocUnsafeSlow(pieceSize);
      const size = readSync(descriptor, piece, 0, pieceSize, offset);
      if (size === 0) return;
      yield piece.subarray(0, size);
      offset += size;
    }
  } finally {
    closeSync(descriptor);
  }
}
