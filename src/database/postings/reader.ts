// Reads the sets of documents that filter terms stand for, and keeps those that are asked for most.
import { LRUCache } from 'lru-cache';
import type { Collection } from '../../references.ts';
import type { Prepare } from '../prepare.ts';
import { decode } from './encoding.ts';
import { NumberedTerms } from './numbered-terms.ts';
import type { Numbers } from './numbers.ts';
import { eachDocument } from './term-row-reader.ts';

/** A value of a facet: the number of its set, and how many documents that holds. */
export interface Term {
  number: number;
  value: string;
  documents: number;
}

/** The filter terms of one state of the data. */
export interface Terms {
  /** The term of a value; null where no document has it. */
  find(collection: Collection, facet: string, value: string): Term | null;
  /** All terms of a facet, most frequent first, ties by value. */
  all(collection: Collection, facet: string): readonly Term[];
  /** The documents of a term. */
  numbers(term: Term): Numbers;
  /** How many terms a facet has. */
  size(collection: Collection, facet: string): number;
  /** The terms of all collections by their numbers. */
  readonly numbered: NumberedTerms;
  /** Visits the terms of each document (term-row-reader.ts). */
  eachDocument(documents: Numbers, visit: (terms: Uint32Array, count: number) => void): void;
}

/** Room for the sets that are kept, in bytes: all of those of a million statements. */
const room = 48 * 1024 * 1024;

/** So many terms are remembered by name. */
const mostNames = 20_000;

/** Wraps the tables `term`, `posting` and `document_terms` of a state that does not change. */
export function termsOf(prepare: Prepare): Terms {
  const byName = new LRUCache<string, { term: Term | null }>({ max: mostNames });
  const sets = new LRUCache<number, Numbers>({ maxSize: room });
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
    numbers({ number }) {
      const known = sets.get(number);
      if (known) return known;
      const bytes = prepare('SELECT members FROM posting WHERE term = ?').pluck().get(number) as Buffer;
      const numbers = decode(bytes);
      sets.set(number, numbers, { size: bytes.length + entrySize });
      return numbers;
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

/** What a set takes beside its bytes, roughly. */
const entrySize = 500;
