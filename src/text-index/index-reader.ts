// Reads the tables of the index: the dictionary of forms and stems, and the postings of a stem block by block.
import type { Statement } from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import { type Block, blockSize, maxSparse } from '../doc-ids/block.ts';
import { decodePositions, type Positions } from './positions.ts';
import { uint16View, uint32View } from './typed-views.ts';

/** Returns the prepared statement of an SQL text. */
export type Prepare = (sql: string) => Statement;

/** What is known of the postings of a stem in one block before they are read. */
export interface BlockSummary {
  /** The primary key of the row. */
  rowKey: number;
  /** The number of documents. */
  count: number;
  /** Block-max: the highest impact of a document that has the stem inside quotation marks; 0 if there is none. */
  maxQuotedImpact: number;
  /** The same of the other documents. */
  maxOtherImpact: number;
  /** The numbers of the forms that occur. */
  forms: Uint32Array;
}

/** The summaries of a stem by block key. */
export type BlockSummaries = ReadonlyMap<number, BlockSummary>;

/** The postings of a stem in one block. Arrays have one entry for each document. */
export interface BlockPostings {
  docs: Block;
  /** Impacts with `quotedFlag`. */
  impacts: Uint8Array;
  /** The index of the document's form in the summary, or `severalForms`. Empty if the stem has one form in the block. */
  formCodes: Uint8Array;
}

export interface IndexReader {
  /** The numbers of a form and of its stem; undefined if no document has it. */
  form(form: string): { number: number; stem: number } | undefined;
  /** The number of a stem; undefined if no document has it. */
  stem(stem: string): number | undefined;
  summaries(stem: number): BlockSummaries;
  postings(summary: BlockSummary): BlockPostings;
  docs(summary: BlockSummary): Block;
  positions(summary: BlockSummary): Positions;
}

/** Bounds of the caches: stems whose summaries are cached, and bytes of postings. */
const maxCachedStems = 256;
const postingsCacheBytes = 12 * 1024 * 1024;

/**
 * A reader that caches summaries and postings, for a state of the data that does not change. Positions are not cached: those
 * of a few words would fill any bound, and evicting large buffers soon after they were cached makes garbage collection slow.
 */
export function indexReader(prepare: Prepare): IndexReader {
  const reader = uncachedReader(prepare);
  const summaries = new LRUCache<number, BlockSummaries>({ max: maxCachedStems });
  const postings = new LRUCache<number, BlockPostings>({
    maxSize: postingsCacheBytes,
    sizeCalculation: postingsBytes,
  });
  return {
    ...reader,
    summaries: (stem) => cached(summaries, stem, () => reader.summaries(stem)),
    docs: (summary) => postings.get(summary.rowKey)?.docs ?? reader.docs(summary),
    postings: (summary) => cached(postings, summary.rowKey, () => reader.postings(summary)),
  };
}

function cached<Value extends object>(cache: LRUCache<number, Value>, key: number, read: () => Value): Value {
  const known = cache.get(key);
  if (known) return known;
  const found = read();
  cache.set(key, found);
  return found;
}

/** What the objects of a cache entry take besides their arrays, roughly. */
const entryOverheadBytes = 300;

const postingsBytes = ({ docs, impacts, formCodes }: BlockPostings): number =>
  (docs.isDense ? docs.bits : docs.offsets).byteLength +
  impacts.length +
  formCodes.length +
  entryOverheadBytes;

interface SummaryRow {
  key: number;
  count: number;
  max_quoted_impact: number;
  max_other_impact: number;
  forms: Buffer;
}

function uncachedReader(prepare: Prepare): IndexReader {
  return {
    form: (form) =>
      prepare('SELECT number, stem FROM text_form WHERE form = ?').get(form) as
        | { number: number; stem: number }
        | undefined,
    stem: (stem) =>
      prepare('SELECT number FROM text_stem WHERE stem = ?').pluck().get(stem) as number | undefined,
    summaries(stem) {
      const query =
        'SELECT key, count, max_quoted_impact, max_other_impact, forms FROM text_block WHERE key BETWEEN ? AND ?';
      const first = stem * blockSize;
      const rows = prepare(query).all(first, first + blockSize - 1) as SummaryRow[];
      return new Map(rows.map((row) => [row.key - first, summaryOf(row)]));
    },
    postings(summary) {
      const query = prepare('SELECT docs, impacts, form_codes FROM text_block WHERE key = ?').raw();
      const [docs, impacts, formCodes] = query.get(summary.rowKey) as [Buffer, Buffer, Buffer];
      return { docs: blockView(docs, summary.count), impacts, formCodes };
    },
    docs(summary) {
      const query = prepare('SELECT docs FROM text_block WHERE key = ?').pluck();
      return blockView(query.get(summary.rowKey) as Buffer, summary.count);
    },
    positions(summary) {
      const query = prepare('SELECT positions FROM text_block WHERE key = ?').pluck();
      return decodePositions(query.get(summary.rowKey) as Buffer, summary.count, summary.forms.length > 1);
    },
  };
}

const summaryOf = (row: SummaryRow): BlockSummary => ({
  rowKey: row.key,
  count: row.count,
  maxQuotedImpact: row.max_quoted_impact,
  maxOtherImpact: row.max_other_impact,
  forms: uint32View(row.forms),
});

/** The documents of a block, from the bytes of `docs`. */
export const blockView = (bytes: Uint8Array, count: number): Block =>
  count > maxSparse
    ? { isDense: true, count, bits: uint32View(bytes) }
    : { isDense: false, count, offsets: uint16View(bytes) };

/** The number of documents that have a stem. */
export function documentFrequency(summaries: BlockSummaries): number {
  let sum = 0;
  for (const { count } of summaries.values()) sum += count;
  return sum;
}
