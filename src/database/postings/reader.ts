// Reads the sets of documents that filter terms stand for, and keeps those that are asked for most.
import { LRUCache } from 'lru-cache';
import type { Collection } from '../../references.ts';
import type { Prepare } from '../prepare.ts';
import { type Column, decodeColumn } from './columns.ts';
import { decode } from './encoding.ts';
import type { Numbers } from './numbers.ts';

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
  /** The terms of each document of a block; null where none of them has any, and where the facet has no columns. */
  column(collection: Collection, facet: string, high: number): Column | null;
}

/** Room for the sets that are kept, in bytes: all of those of a million statements. */
const room = 48 * 1024 * 1024;

/** The same for columns. */
const roomForColumns = 16 * 1024 * 1024;

/** So many terms are remembered by name. */
const mostNames = 20_000;

/** Wraps the tables `term` and `posting` of a state that does not change. */
export function termsOf(prepare: Prepare): Terms {
  const byName = new LRUCache<string, { term: Term | null }>({ max: mostNames });
  const sets = new LRUCache<number, Numbers>({ maxSize: room });
  const columns = new LRUCache<string, Column>({ maxSize: roomForColumns });
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
    column(collection, facet, high) {
      const name = `${collection} ${facet} ${high}`;
      const known = columns.get(name);
      if (known) return known;
      const query = 'SELECT body FROM facet_column WHERE collection = ? AND facet = ? AND high = ?';
      const bytes = prepare(query).pluck().get(collection, facet, high) as Buffer | undefined;
      if (bytes === undefined) return null;
      const column = decodeColumn(bytes);
      columns.set(name, column, { size: bytes.length + entrySize });
      return column;
    },
  };
}

/** What a set takes beside its bytes, roughly. */
const entrySize = 500;
