// Reads the tables of the word index: which forms and stems there are, and where their words stand.
import { LRUCache } from 'lru-cache';
import { type Block, blockSize, mostSparse } from '../postings/block.ts';
import type { Prepare } from '../prepare.ts';
import { type Places, placesFrom } from './standing.ts';
import { longs, shorts } from './views.ts';

/** What is known of a stem in one block before its documents are read. */
export interface Head {
  /** Of the row in `word_block`. */
  key: number;
  /** Documents. */
  count: number;
  /** The highest impact in a document that has such a word inside quotation marks, and in one that has not. */
  quoted: number;
  other: number;
  /** The forms that occur. */
  forms: Uint32Array;
}

/** The heads of a stem by block (the high half of the numbers in it). */
export type Heads = ReadonlyMap<number, Head>;

/** Where the words of a stem stand in one block: one entry in each array for each document. */
export interface Row {
  members: Block;
  /** Impacts, with `quotedFlag`. */
  impacts: Uint8Array;
  /** The index of its form in the head, or `severalForms`; empty where the head has one form. */
  shapes: Uint8Array;
}

export interface Tables {
  /** The number of a form and of its stem; undefined where no document has it. */
  form(form: string): { number: number; stem: number } | undefined;
  /** The number of a stem. */
  stem(stem: string): number | undefined;
  heads(stem: number): Heads;
  row(head: Head): Row;
  members(head: Head): Block;
  places(head: Head): Places;
  /** How many documents there are, of all collections. */
  documents(): number;
}

interface HeadRow extends Omit<Head, 'forms'> {
  forms: Buffer;
}

/** Stems whose heads are kept, and bytes of what was read of their rows. */
const keptStems = 256;
const keptBytes = 12 * 1024 * 1024;

/**
 * Keeps what was read last, for as long as the connection stays at one state of the data. But for places: those of a few words
 * fill any bound, and what is pushed out soon after it was kept is the dearest garbage (docs/decisions/small-young-generation.md).
 */
export function tablesOf(prepare: Prepare): Tables {
  const read = readerOf(prepare);
  const heads = new LRUCache<number, Heads>({ max: keptStems });
  const rows = new LRUCache<number, Row>({ maxSize: keptBytes, sizeCalculation: sizeOfRow });
  return {
    ...read,
    heads: (stem) => kept(heads, stem, () => read.heads(stem)),
    members: (head) => rows.get(head.key)?.members ?? read.members(head),
    row: (head) => kept(rows, head.key, () => read.row(head)),
  };
}

function kept<Value extends object>(cache: LRUCache<number, Value>, key: number, read: () => Value): Value {
  const known = cache.get(key);
  if (known) return known;
  const found = read();
  cache.set(key, found);
  return found;
}

/** A few hundred bytes are what the objects take beside what is in them. */
const overhead = 300;

const sizeOfRow = ({ members, impacts, shapes }: Row): number =>
  (members.isDense ? members.bits : members.members).byteLength + impacts.length + shapes.length + overhead;

function readerOf(prepare: Prepare): Tables {
  return {
    form: (form) =>
      prepare('SELECT number, stem FROM word_form WHERE form = ?').get(form) as
        | { number: number; stem: number }
        | undefined,
    stem: (stem) =>
      prepare('SELECT number FROM word_stem WHERE stem = ?').pluck().get(stem) as number | undefined,
    heads(stem) {
      const query = 'SELECT key, count, quoted, other, forms FROM word_block WHERE key BETWEEN ? AND ?';
      const first = stem * blockSize;
      const rows = prepare(query).all(first, first + blockSize - 1) as HeadRow[];
      return new Map(rows.map((row) => [row.key - first, { ...row, forms: longs(row.forms) }]));
    },
    row(head) {
      const query = prepare('SELECT members, impacts, shapes FROM word_block WHERE key = ?').raw();
      const [members, impacts, shapes] = query.get(head.key) as [Buffer, Buffer, Buffer];
      return { members: blockFrom(members, head.count), impacts, shapes };
    },
    members(head) {
      const query = prepare('SELECT members FROM word_block WHERE key = ?').pluck();
      return blockFrom(query.get(head.key) as Buffer, head.count);
    },
    places(head) {
      const query = prepare('SELECT places FROM word_block WHERE key = ?').pluck();
      return placesFrom(query.get(head.key) as Buffer, head.count, head.forms.length > 1);
    },
    documents: () => prepare('SELECT max(number) FROM document').pluck().get() as number,
  };
}

const blockFrom = (bytes: Buffer, count: number): Block =>
  count > mostSparse
    ? { isDense: true, count, bits: longs(bytes) }
    : { isDense: false, count, members: shorts(bytes) };

/** How many documents a stem has in all. */
export function documentsOf(heads: Heads): number {
  let sum = 0;
  for (const { count } of heads.values()) sum += count;
  return sum;
}
