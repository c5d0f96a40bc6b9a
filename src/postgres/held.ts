// What a version holds in memory of what was read, each kind bounded.
import { LRUCache } from 'lru-cache';
import { type FacetColumn, heldColumnBytes } from '../combining/facet-columns.ts';
import type { Level, Term } from '../combining/source.ts';
import type { DocIdSet } from '../doc-ids/doc-id-set.ts';
import type { Collection } from '../records/kinds.ts';
import type { Name, NamedId } from '../store/names.ts';
import type { BlockPostings, BlockSummaries } from '../text-index/index-reader.ts';

/** All terms of a facet, most frequent first. */
export interface FacetTerms {
  terms: readonly Term[];
  numbers: Uint32Array;
}

/** The postings of one stem: what is known of all blocks, and the postings of the blocks from `first` to `last`. */
export interface HeldWord {
  first: number;
  last: number;
  /** Whether the positions of all documents are there. */
  isPhrase: boolean;
  summaries: BlockSummaries;
  postings: ReadonlyMap<number, BlockPostings>;
  positions: ReadonlyMap<number, Uint8Array>;
  bytes: number;
}

/** What is held, by what it was asked for. */
export interface Held {
  terms: LRUCache<string, { term: Term | null }>;
  docIds: LRUCache<number, DocIdSet>;
  facets: LRUCache<string, FacetTerms>;
  /** As many as there are collections. */
  additions: Map<Collection, readonly Level[]>;
  /** The number of each rendition's statement: 4 bytes for each. Null until it is asked for. */
  statementNumbers: Uint32Array | null;
  documentTerms: LRUCache<number, Uint8Array>;
  columns: LRUCache<string, FacetColumn>;
  forms: LRUCache<string, { form: { number: number; stem: number } | null }>;
  stems: LRUCache<string, { stem: number | null }>;
  words: LRUCache<number, HeldWord>;
  /** Numbers of sort keys, by what was asked of them; the ends of pages among them, where clients go on. */
  keyNumbers: LRUCache<string, number>;
  names: LRUCache<string, { name: Name | null }>;
  resolved: LRUCache<string, NamedId[]>;
}

const mebibyte = 1024 * 1024;

/** Memory that holds nothing yet. */
export const nothingHeld = (): Held => ({
  terms: new LRUCache({ max: 20_000 }),
  docIds: new LRUCache({ maxSize: 48 * mebibyte }),
  facets: new LRUCache({ max: 100 }),
  additions: new Map(),
  statementNumbers: null,
  documentTerms: new LRUCache({ maxSize: 32 * mebibyte }),
  columns: new LRUCache({ maxSize: heldColumnBytes }),
  forms: new LRUCache({ max: 5_000 }),
  stems: new LRUCache({ max: 5_000 }),
  words: new LRUCache({ maxSize: 48 * mebibyte }),
  keyNumbers: new LRUCache({ max: 20_000 }),
  names: new LRUCache({ max: 10_000 }),
  resolved: new LRUCache({ max: 10_000 }),
});
