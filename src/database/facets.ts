// Counts how many documents of a selection carry each value of a facet, or each pair of values of two.

import type { Collection } from '../references.ts';
import type { Selection } from './plan.ts';
import { type Block, blockSize } from './postings/block.ts';
import { countTerms, mostWithoutColumns } from './postings/columns.ts';
import type { Numbers } from './postings/numbers.ts';
import type { Term } from './postings/reader.ts';
import { selected } from './selected.ts';
import type { Snapshot } from './snapshot.ts';

/** A value of a facet with the number of documents that carry it. */
export interface FacetCount {
  value: string;
  count: number;
}

/** All values of a facet among the documents of a selection, most frequent first, ties by value. */
export function countFacet(snapshot: Snapshot, selection: Selection, facet: string): FacetCount[] {
  const terms = snapshot.terms.all(selection.collection, facet);
  if (isEverything(selection)) return terms.map(({ value, documents }) => ({ value, count: documents }));
  const documents = selected(snapshot, selection);
  const countOf =
    terms.length > mostWithoutColumns
      ? countByColumns(snapshot, selection.collection, facet, documents)
      : (term: Term) => documents.countWith(snapshot.terms.numbers(term));
  const counts: FacetCount[] = [];
  for (const term of terms) {
    const count = countOf(term);
    if (count > 0) counts.push({ value: term.value, count });
  }
  return counts.sort(byCount);
}

/** Counts all terms of a facet at once. */
function countByColumns(
  { terms }: Snapshot,
  collection: Collection,
  facet: string,
  documents: Numbers,
): (term: Term) => number {
  const last = terms.all(collection, facet).reduce((most, { number }) => Math.max(most, number), 0);
  const counts = new Uint32Array(last + 1);
  for (const [at, high] of documents.highs.entries()) {
    const column = terms.column(collection, facet, high);
    if (column) countTerms(column, documents.blocks[at] as Block, counts);
  }
  return ({ number }) => counts[number] as number;
}

const byCount = (a: FacetCount, b: FacetCount): number => b.count - a.count || (a.value < b.value ? -1 : 1);

const isEverything = ({ groups, keys, search }: Selection): boolean =>
  groups.length === 0 && keys.from === undefined && keys.before === undefined && !search;

/** Documents that carry a value of each of two facets. */
export interface PairCount {
  values: [string, string];
  count: number;
}

/** All pairs of values of two facets that occur together, most frequent first, ties by the values. */
export function countPairs(
  snapshot: Snapshot,
  selection: Selection,
  [one, other]: readonly [string, string],
): PairCount[] {
  const { collection } = selection;
  const documents = selected(snapshot, selection);
  const ones = snapshot.terms.all(collection, one);
  const others = snapshot.terms.all(collection, other);
  const counts = new Map<number, number>();
  for (const high of documents.highs) {
    const columns = [ones, others].map((terms) => columnOf(snapshot, terms, documents, high));
    countBlock(columns as [Column, Column], others.length, counts);
  }
  const pairs = [...counts].map(([pair, count]): PairCount => {
    const first = ones[Math.floor(pair / others.length)] as Term;
    return { values: [first.value, (others[pair % others.length] as Term).value], count };
  });
  return pairs.sort(byCountAndValues);
}

const byCountAndValues = (a: PairCount, b: PairCount): number =>
  b.count - a.count || compare(a.values[0], b.values[0]) || compare(a.values[1], b.values[1]);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The terms of each document of a block, as chains: where a document's begins, and what follows each link. */
interface Column {
  heads: Int32Array;
  terms: number[];
  following: number[];
}

function columnOf(snapshot: Snapshot, terms: readonly Term[], documents: Numbers, high: number): Column {
  const column: Column = { heads: new Int32Array(blockSize).fill(-1), terms: [], following: [] };
  for (const [at, term] of terms.entries()) {
    for (const low of snapshot.terms.numbers(term).lowsWith(documents, high)) {
      column.following.push(column.heads[low] as number);
      column.heads[low] = column.terms.push(at) - 1;
    }
  }
  return column;
}

function countBlock([one, other]: [Column, Column], width: number, counts: Map<number, number>): void {
  for (let low = 0; low < blockSize; low++) {
    for (let a = one.heads[low] as number; a !== -1; a = one.following[a] as number) {
      for (let b = other.heads[low] as number; b !== -1; b = other.following[b] as number) {
        const pair = (one.terms[a] as number) * width + (other.terms[b] as number);
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
    }
  }
}
