// What is combined: the index of terms and the index of words of one state of the data, whichever store holds them.
import type { DocIdRange, DocIdSet } from '../doc-ids/doc-id-set.ts';
import type { Collection } from '../records/kinds.ts';
import type { TextIndex } from '../text-index/text-index.ts';

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
  /** The numbers of the same terms, in the same order: faster to go through than the terms themselves. */
  numbers(collection: Collection, facet: string): Uint32Array;
  /** The documents that have a term. */
  docIds(term: Term): DocIdSet;
  /** One more than the highest number of a term of any collection. */
  end(): number;
  /** Visits the numbers of the terms of each document, by the forward index. */
  visitTerms(documents: DocIdSet, visit: (terms: Uint32Array, count: number, document: number) => void): void;
}

/** Documents of a collection that have the same weight, or that the same state of the dataset added. */
export interface Level {
  /** The weight, or the number of the state. */
  weight: number;
  docIds: () => DocIdSet;
}

/**
 * One state of the data as far as combining reads it. All of it answers at once: a store that must wait for its data
 * fetches first all that a request can ask for.
 */
export interface Source {
  terms: TermIndex;
  textIndex: TextIndex;
  /** The numbers of a collection's documents, both inclusive; `last` is before `first` where there are none. */
  range(collection: Collection): DocIdRange;
  /** What each state of the dataset added to a collection and is still there, the newest state first. */
  additions(collection: Collection): readonly Level[];
  /** The numbers of documents dated by a moment from one instant to another, both included; ascending. In milliseconds since 1970. */
  momentsBetween(collection: Collection, from: number, to: number): readonly number[];
  /** The numbers of the documents with some ids, or of the renditions of some statements (`statement`), ascending. */
  listed(collection: Collection, facet: string, values: readonly string[]): readonly number[];
  /** The number of each rendition's statement, in the order of the renditions. */
  statementNumbers(): Uint32Array;
}
