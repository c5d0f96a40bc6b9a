// Numbers as bytes, as they are stored for each filter term: a directory of blocks, then the blocks.
import { type Block, blockSize, mostSparse } from './block.ts';
import { Numbers } from './numbers.ts';

/** A block on its way to be stored: the high half of its numbers, how many they are, and its bytes. */
export interface StoredBlock {
  high: number;
  count: number;
  body: Uint8Array;
}

/**
 * 32-bit words, in the byte order of the machine, which is little-endian wherever Node runs on a server: the number of
 * blocks; for each its high half and its count less one; then for each its members, two to a word, or its bits.
 */
export function encode(blocks: readonly StoredBlock[]): Buffer {
  const directory = new Uint32Array(1 + blocks.length);
  directory[0] = blocks.length;
  for (const [at, { high, count }] of blocks.entries()) directory[at + 1] = (high << 16) | (count - 1);
  return Buffer.concat([new Uint8Array(directory.buffer), ...blocks.map(({ body }) => body)]);
}

/** The bytes of one block, filled up to whole words. */
export function encodeBlock(block: Block): Uint8Array {
  if (block.isDense) return new Uint8Array(block.bits.buffer);
  const words = new Uint16Array(Math.ceil(block.count / 2) * 2);
  words.set(block.members);
  return new Uint8Array(words.buffer);
}

/** Reads what `encode` wrote; the bytes are copied once and then looked at in place. */
export function decode(bytes: Uint8Array): Numbers {
  const buffer = aligned(bytes);
  const [length = 0] = new Uint32Array(buffer, 0, 1);
  const directory = new Uint32Array(buffer, 4, length);
  const highs: number[] = [];
  const blocks: Block[] = [];
  let offset = 4 + length * 4;
  for (const entry of directory) {
    const count = (entry & 0xffff) + 1;
    highs.push(entry >>> 16);
    blocks.push(blockAt(buffer, offset, count));
    offset += count > mostSparse ? blockSize / 8 : Math.ceil(count / 2) * 4;
  }
  return new Numbers(highs, blocks);
}

/** A copy in which words begin at the start. */
export const aligned = (bytes: Uint8Array): ArrayBufferLike =>
  bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);

/** The block that begins at an offset in bytes. */
export const blockAt = (buffer: ArrayBufferLike, offset: number, count: number): Block =>
  count > mostSparse
    ? { isDense: true, count, bits: new Uint32Array(buffer, offset, blockSize / 32) }
    : { isDense: false, count, members: new Uint16Array(buffer, offset, count) };
