// Reads filter terms and the document ids of each, and caches those that are asked for most.
import { LRUCache } from 'lru-cache';
import type { DocIdSet } from '../../doc-ids/doc-id-set.ts';
import { decode } from '../../doc-ids/encoding.ts';
import type { Collection } from '../../references.ts';
import type { Prepare } from '../prepare.ts';
import { NumberedTerms } from './numbered-terms.ts';
import { eachDocument } from './term-row-reader.ts';

/** A value of a facet. `documents` is the size of its set of document ids. */
export interface Term {
  number: number;
  value: string;
  documents: number;
}

/** The filter terms of one state of the data. */
export interface TermIndex {
  /** The term of a value; null if no document has it. */
  find(collection: Collection, facet: string, value: string): Term | null;
  /** All terms of a facet, most frequent first, ties by value. */
  all(collection: Collection, facet: string): readonly Term[];
  /** The documents that have a term. */
  docIds(term: Term): DocIdSet;
  /** The number of terms of a facet. */
  size(collection: Collection, facet: string): number;
  /** The terms of all collections by number. */
  readonly numbered: NumberedTerms;
  /** Visits the terms of each document (term-row-reader.ts). */
  eachDocument(documents: DocIdSet, visit: (terms: Uint32Array, count: number) => void): void;
}

/** Bounds the cache of document ids. At a million statements all of them fit. */
const cacheBytes = 48 * 1024 * 1024;

const maxCachedTerms = 20_000;

/** What the objects of a cached set take besides its bytes, roughly. */
const entryOverheadBytes = 500;

/** Reads the tables `term` and `posting` of a state that does not change. */
export function termIndexOf(prepare: Prepare): TermIndex {
  const byName = new LRUCache<string, { term: Term | null }>({ max: maxCachedTerms });
  const sets = new LRUCache<number, DocIdSet>({ maxSize: cacheBytes });
  const sizes = new Map<string, number>();
  const facets = new LRUCache<string, readonly Term[]>({ max: 100 });
  return {
    find(collection, facet, value) {
      const name = `${collection} ${facet} ${value}`;
      const known = byName.get(name);
      if (known) return known.term;
      const query =
        'SELECT number, value, documents FROM term WHERE collection = ? AND facet = ? AND value = ?';
      const term = (prepare(query).get(collection, facet, value) as Term | undefined) ?? null;
      byName.set(name, { term });
      return term;
    },
    all(collection, facet) {
      const name = `${collection} ${facet}`;
      const known = facets.get(name);
      if (known) return known;
      const query = `SELECT number, value, documents FROM term
        WHERE collection = ? AND facet = ? ORDER BY documents DESC, value`;
      const terms = prepare(query).all(collection, facet) as Term[];
      facets.set(name, terms);
      return terms;
    },
    docIds({ number }) {
      const known = sets.get(number);
      if (known) return known;
      const bytes = prepare('SELECT doc_ids FROM posting WHERE term = ?').pluck().get(number) as Buffer;
      const docIds = decode(bytes);
      sets.set(number, docIds, { size: bytes.length + entryOverheadBytes });
      return docIds;
    },
    size(collection, facet) {
      const name = `${collection} ${facet}`;
      const query = 'SELECT count(*) FROM term WHERE collection = ? AND facet = ?';
      const size = sizes.get(name) ?? (prepare(query).pluck().get(collection, facet) as number);
      sizes.set(name, size);
      return size;
    },
    numbered: new NumberedTerms(prepare),
    eachDocument: (documents, visit) => eachDocument(prepare, documents, visit),
  };
}
