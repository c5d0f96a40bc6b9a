// The bytes of a DocIdSet: a directory of its blocks, then the blocks.
import { type Block, blockSize, maxSparse } from './block.ts';
import { DocIdSet } from './doc-id-set.ts';

/** A block that is ready to be stored. */
export interface EncodedBlock {
  key: number;
  count: number;
  body: Uint8Array;
}

/**
 * Encodes blocks with ascending keys as 32-bit words: the number of blocks; for each block its key and its count less
 * one, 16 bits each; then for each block its offsets, two to a word, or its bitmap. Words have the byte order of the
 * machine, which is little-endian wherever Node runs on a server.
 */
export function encode(blocks: readonly EncodedBlock[]): Buffer {
  const directory = new Uint32Array(1 + blocks.length);
  directory[0] = blocks.length;
  for (const [at, { key, count }] of blocks.entries()) directory[at + 1] = (key << 16) | (count - 1);
  return Buffer.concat([new Uint8Array(directory.buffer), ...blocks.map(({ body }) => body)]);
}

/** Encodes a whole set. */
export const encodeSet = ({ blockKeys, blocks }: DocIdSet): Buffer =>
  encode(
    blocks.map((block, at) => ({
      key: blockKeys[at] as number,
      count: block.count,
      body: encodeBlock(block),
    })),
  );

/** The bytes of one block, padded to whole words. */
export function encodeBlock(block: Block): Uint8Array {
  if (block.isDense) return new Uint8Array(block.bits.buffer, block.bits.byteOffset, block.bits.byteLength);
  const words = new Uint16Array(Math.ceil(block.count / 2) * 2);
  words.set(block.offsets);
  return new Uint8Array(words.buffer);
}

/** Reads what `encode` wrote. The blocks are views of the bytes, or of a copy if the bytes are a part of a larger buffer. */
export function decode(bytes: Uint8Array): DocIdSet {
  const buffer = alone(bytes);
  const [length = 0] = new Uint32Array(buffer, 0, 1);
  const directory = new Uint32Array(buffer, 4, length);
  const keys: number[] = [];
  const blocks: Block[] = [];
  let offset = 4 + length * 4;
  for (const entry of directory) {
    const count = (entry & 0xffff) + 1;
    keys.push(entry >>> 16);
    blocks.push(blockView(buffer, offset, count));
    offset += count > maxSparse ? blockSize / 8 : Math.ceil(count / 2) * 4;
  }
  return new DocIdSet(keys, blocks);
}

/** The bytes in a buffer that holds nothing else, as a blob of SQLite has; words begin at its first byte. */
const alone = ({ buffer, byteOffset, length }: Uint8Array): ArrayBufferLike =>
  buffer.byteLength === length ? buffer : buffer.slice(byteOffset, byteOffset + length);

const blockView = (buffer: ArrayBufferLike, offset: number, count: number): Block =>
  count > maxSparse
    ? { isDense: true, count, bits: new Uint32Array(buffer, offset, blockSize / 32) }
    : { isDense: false, count, offsets: new Uint16Array(buffer, offset, count) };
