// Counts how many documents of a selection carry each pair of values of two facets.

import { blockSize } from '../doc-ids/block.ts';
import type { DocIdSet } from '../doc-ids/doc-id-set.ts';
import type { Selection } from './plan.ts';
import type { Term, TermIndex } from './postings/term-index.ts';
import { isByDocument } from './postings/way-of-counting.ts';
import { selected } from './selected.ts';
import type { Snapshot } from './snapshot.ts';

/** Documents that carry a value of each of two facets. */
export interface PairCount {
  values: [string, string];
  count: number;
}

/** Two facets by their names. */
type Facets = readonly [one: string, other: string];

/** All pairs of values of two facets that occur together, most frequent first, ties by the values. */
export function countPairs(snapshot: Snapshot, selection: Selection, facets: Facets): PairCount[] {
  const { terms } = snapshot;
  const { collection } = selection;
  const documents = selected(snapshot, selection);
  const pairs = new Pairs(terms.numbered.end);
  if (isByDocument(terms, collection, facets, documents)) addByDocument(pairs, terms, facets, documents);
  else {
    const [one, other] = facets;
    addBySet(pairs, terms, [terms.all(collection, one), terms.all(collection, other)], documents);
  }
  return pairs.named(terms).sort(byCountAndValues);
}

/** How often pairs of terms occur. */
class Pairs {
  /** A pair is one number, which is exact below 94 million terms. */
  readonly #counts = new Map<number, number>();
  readonly #end: number;

  /** All numbers of terms are below the end. */
  constructor(end: number) {
    this.#end = end;
  }

  add(one: number, other: number): void {
    const pair = one * this.#end + other;
    this.#counts.set(pair, (this.#counts.get(pair) ?? 0) + 1);
  }

  named({ numbered }: TermIndex): PairCount[] {
    const pairs = [...this.#counts.keys()];
    const ones = numbered.at(pairs.map((pair) => Math.floor(pair / this.#end)));
    const others = numbered.at(pairs.map((pair) => pair % this.#end));
    return [...this.#counts.values()].map((count, at) => {
      const values = [ones[at], others[at]].map((term) => term?.value);
      return { values: values as [string, string], count };
    });
  }
}

/** Looks at the terms of each document that was found. */
function addByDocument(pairs: Pairs, terms: TermIndex, [one, other]: Facets, documents: DocIdSet): void {
  const { numbered } = terms;
  terms.eachDocument(documents, (found, length) => {
    const numbers = Array.from(found.subarray(0, length));
    const others = numbers.filter((number) => numbered.facetOf(number) === other);
    for (const number of numbers) {
      if (numbered.facetOf(number) === one) for (const each of others) pairs.add(number, each);
    }
  });
}

/** Goes through what was found and the terms of both facets block by block. */
function addBySet(
  pairs: Pairs,
  terms: TermIndex,
  facets: readonly [readonly Term[], readonly Term[]],
  documents: DocIdSet,
): void {
  for (const high of documents.blockKeys) {
    const [one, other] = facets.map((facet) => columnOf(terms, facet, documents, high)) as [Column, Column];
    for (let low = 0; low < blockSize; low++) {
      for (let a = one.heads[low] as number; a !== -1; a = one.following[a] as number) {
        for (let b = other.heads[low] as number; b !== -1; b = other.following[b] as number) {
          pairs.add(one.terms[a] as number, other.terms[b] as number);
        }
      }
    }
  }
}

/** The terms of each document of a block, as chains: where a document's begins, and what follows each link. */
interface Column {
  heads: Int32Array;
  terms: number[];
  following: number[];
}

function columnOf(terms: TermIndex, facet: readonly Term[], documents: DocIdSet, high: number): Column {
  const column: Column = { heads: new Int32Array(blockSize).fill(-1), terms: [], following: [] };
  for (const term of facet) {
    for (const low of terms.docIds(term).sharedOffsets(documents, high)) {
      column.following.push(column.heads[low] as number);
      column.heads[low] = column.terms.push(term.number) - 1;
    }
  }
  return column;
}

const byCountAndValues = (a: PairCount, b: PairCount): number =>
  b.count - a.count || compare(a.values[0], b.values[0]) || compare(a.values[1], b.values[1]);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
