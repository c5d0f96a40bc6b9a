// The tables of docs/scale.md in which nodes would count by themselves, filled with simulated documents: sets as bits, words by
// impact, and a number for the distinct list of terms of each document.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Random } from '../data/random.ts';

/** Documents of a block: a bit for each in the set of a term. */
export const blockSize = 65_536;

/** A group of terms, or of words, that as many documents have. */
interface Frequency {
  /** How much of all documents. */
  share: number;
  count: number;
}

/** A few broad filters, some narrower ones and many that are rare, as in the generated records. */
export const termFrequencies: readonly Frequency[] = [
  { share: 0.5, count: 2 },
  { share: 0.2, count: 4 },
  { share: 0.05, count: 10 },
  { share: 0.005, count: 60 },
  { share: 0.0002, count: 400 },
];

/** The most frequent word of English stands in two thirds of the statements, a usual one in a twentieth. */
export const wordFrequencies: readonly Frequency[] = [
  { share: 0.66, count: 1 },
  { share: 0.24, count: 2 },
  { share: 0.05, count: 4 },
  { share: 0.001, count: 20 },
];

/** Levels of impact: how much a word weighs in a document. */
export const levels = 16;

/** Distinct lists of terms, for each million documents. */
const listsPerMillion = 30_000;

export const schema = 'simulation';

/** Makes the schema anew and fills it. */
export async function fill(client: Client, documents: number, say: (text: string) => void): Promise<void> {
  const blocks = Math.ceil(documents / blockSize);
  await client.query(`
    DROP SCHEMA IF EXISTS ${schema} CASCADE;
    CREATE SCHEMA ${schema};
    SET search_path = ${schema};
    CREATE TABLE term_block (term integer, block integer, bits bit varying);
    CREATE TABLE impact (stem integer, level integer, block integer, numbers integer[]);
    CREATE TABLE entry (number integer, list integer)`);
  say('sets');
  await copy(client, 'term_block', termRows(blocks));
  await client.query('ALTER TABLE term_block ADD PRIMARY KEY (term, block)');
  say('words');
  await copy(client, 'impact', impactRows(blocks));
  await client.query('CREATE UNIQUE INDEX ON impact (stem, level DESC, block)');
  say('lists of terms');
  const lists = Math.ceil((documents / 1e6) * listsPerMillion);
  await client.query(`
    INSERT INTO entry SELECT number, floor(${lists} * power(random(), 3)) FROM generate_series(0, ${documents - 1}) AS number;
    ALTER TABLE entry ADD PRIMARY KEY (number);
    ANALYZE term_block; ANALYZE impact; ANALYZE entry`);
}

async function copy(client: Client, table: string, rows: Iterable<Buffer>): Promise<void> {
  const stream = client.query(copyFrom(`COPY ${table} FROM STDIN (FORMAT binary)`));
  await pipeline(Readable.from(framed(rows)), stream);
}

/** The signature and the end of COPY's binary format around the rows. */
function* framed(rows: Iterable<Buffer>): Generator<Buffer> {
  yield Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
  yield* rows;
  yield Buffer.from([0xff, 0xff]);
}

function* termRows(blocks: number): Generator<Buffer> {
  const random = new Random(11);
  let term = 0;
  for (const { share, count } of termFrequencies) {
    for (let each = 0; each < count; each += 1, term += 1) {
      for (let block = 0; block < blocks; block += 1)
        yield rowOf(integer(term), integer(block), bits(membersOf(random, share)));
    }
  }
}

function* impactRows(blocks: number): Generator<Buffer> {
  const random = new Random(13);
  let stem = 0;
  for (const { share, count } of wordFrequencies) {
    for (let each = 0; each < count; each += 1, stem += 1) {
      for (let block = 0; block < blocks; block += 1) {
        const byLevel = Array.from({ length: levels }, (): number[] => []);
        for (const offset of membersOf(random, share))
          byLevel[levelOf(random)]?.push(block * blockSize + offset);
        for (const [level, numbers] of byLevel.entries())
          if (numbers.length > 0) yield rowOf(integer(stem), integer(level), integer(block), array(numbers));
      }
    }
  }
}

/** Most documents hold a word once or twice among many: half of them are on the lowest level, half of the others on the next. */
const levelOf = (random: Random): number =>
  Math.min(levels - 1, Math.floor(-Math.log2(1 - random.below(65_536) / 65_536)));

/** Offsets in a block, ascending, each with the same probability: the distances between them are drawn. */
function* membersOf(random: Random, share: number): Generator<number> {
  const scale = Math.log(1 - share);
  let at = -1;
  for (;;) {
    at += 1 + Math.floor(Math.log(1 - random.below(1 << 30) / (1 << 30)) / scale);
    if (at >= blockSize) return;
    yield at;
  }
}

function rowOf(...fields: Buffer[]): Buffer {
  const count = Buffer.alloc(2);
  count.writeInt16BE(fields.length);
  return Buffer.concat([count, ...fields.flatMap((field) => [integerBytes(field.length), field])]);
}

function integerBytes(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

const integer = integerBytes;

/** `bit varying` on the wire: the number of bits, then the bits, the first one highest. */
function bits(offsets: Iterable<number>): Buffer {
  const bytes = Buffer.alloc(4 + blockSize / 8);
  bytes.writeInt32BE(blockSize);
  for (const offset of offsets) {
    const at = 4 + (offset >>> 3);
    bytes[at] = (bytes[at] as number) | (128 >>> (offset & 7));
  }
  return bytes;
}

/** `integer[]` on the wire: dimensions, no nulls, the type of elements, their number, the first index, then each with its length. */
function array(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(20 + 8 * numbers.length);
  for (const [at, value] of [1, 0, 23, numbers.length, 1].entries()) bytes.writeInt32BE(value, 4 * at);
  for (const [at, value] of numbers.entries()) {
    bytes.writeInt32BE(4, 20 + 8 * at);
    bytes.writeInt32BE(value, 24 + 8 * at);
  }
  return bytes;
}
