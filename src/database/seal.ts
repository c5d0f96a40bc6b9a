// Seals a database file: checksums of all its bytes, behind its last page, tell damage that SQLite does not see.
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { DatabaseError } from './errors.ts';

/** Bytes that share a checksum: little enough to say where the damage is, enough to be read in one go. */
const blockSize = 1024 * 1024;

/**
 * At the very end, after a CRC-32 for each block: what this is, the checksum of the checksums, and how many bytes there
 * are before them. SQLite knows from its header how many pages a file has, and reads nothing behind them.
 */
const mark = Buffer.from('SmRcSeal');
const endSize = mark.length + 4 + 8;

/** What damage is called, with the way out. */
const damaged = 'the database is damaged; restore a backup, or delete it and run: npm run ingest';

/** Appends the seal to a finished file, durably; nothing may be written to the file after it. */
export function seal(descriptor: number): void {
  const { size } = fstatSync(descriptor);
  const sums = sumsOf(descriptor, size);
  const end = Buffer.concat([mark, Buffer.alloc(endSize - mark.length)]);
  end.writeUInt32LE(crc32(sums), mark.length);
  end.writeBigUInt64LE(BigInt(size), mark.length + 4);
  const all = Buffer.concat([sums, end]);
  for (let done = 0; done < all.length; )
    done += writeSync(descriptor, all, done, all.length - done, size + done);
  fsyncSync(descriptor);
}

/** Seals the file of that name. */
export const sealFile = (file: string): void => withFile(file, 'r+', seal);

/**
 * Reads the whole file, about a gigabyte a second where the system has it in its cache, and compares it with its seal.
 * False where it has none; throws a DatabaseError where it is not what was sealed, and the file system's error where it
 * cannot be read.
 */
export function checkSeal(file: string): boolean {
  return withFile(file, 'r', (descriptor) => {
    const { size } = fstatSync(descriptor);
    const end = read(descriptor, Buffer.alloc(endSize), size - endSize);
    if (size < endSize || !end.subarray(0, mark.length).equals(mark)) return false;
    const length = Number(end.readBigUInt64LE(mark.length + 4));
    const room = size - endSize - length;
    if (room !== Math.ceil(length / blockSize) * 4) throw damage(file, 'it is longer or shorter than it was');
    const sums = read(descriptor, Buffer.alloc(room), length);
    if (crc32(sums) !== end.readUInt32LE(mark.length))
      throw damage(file, 'its checksums are not what they were');
    const found = sumsOf(descriptor, length);
    for (let at = 0; at < room; at += 4) {
      if (sums.readUInt32LE(at) === found.readUInt32LE(at)) continue;
      throw damage(
        file,
        `of the ${blockSize} bytes from ${(at / 4) * blockSize} on, some are not what they were`,
      );
    }
    return true;
  });
}

/** What is wrong with a file of this schema that has no seal. */
export const unsealed = (file: string): DatabaseError =>
  damage(file, 'its end is missing: it was cut short, or another program wrote to it');

const damage = (file: string, how: string): DatabaseError =>
  new DatabaseError(`${file}: ${damaged} (${how})`);

/** The checksums of the blocks of so many bytes, one after another. */
function sumsOf(descriptor: number, size: number): Buffer {
  const sums = Buffer.alloc(Math.ceil(size / blockSize) * 4);
  const block = Buffer.allocUnsafeSlow(blockSize);
  for (let at = 0; at < size; at += blockSize) {
    const bytes = read(descriptor, block.subarray(0, Math.min(blockSize, size - at)), at);
    sums.writeUInt32LE(crc32(bytes), (at / blockSize) * 4);
  }
  return sums;
}

/** Fills the buffer from a place of the file; what lies outside of it leaves its part as it was. */
function read(descriptor: number, buffer: Buffer, position: number): Buffer {
  let count = 1; // none where it was cut short meanwhile
  for (let done = 0; done < buffer.length && position >= 0 && count > 0; done += count) {
    count = readSync(descriptor, buffer, done, buffer.length - done, position + done);
  }
  return buffer;
}

function withFile<T>(file: string, flags: 'r' | 'r+', work: (descriptor: number) => T): T {
  const descriptor = openSync(file, flags);
  try {
    return work(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
