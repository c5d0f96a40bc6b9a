// Counts how many documents of a selection carry each pair of values of two facets.
import type { DocIdSet } from '../doc-ids/doc-id-set.ts';
import type { Collection } from '../records/references.ts';
import type { PairCount } from '../store/counts.ts';
import type { Source, Term } from './source.ts';

/** All pairs of values of two facets that some documents of a collection carry together, most frequent first, ties by the values. */
export function countPairs(
  { terms }: Source,
  collection: Collection,
  documents: DocIdSet,
  [one, other]: readonly [one: string, other: string],
): PairCount[] {
  const rows = terms.all(collection, one);
  const columns = terms.all(collection, other);
  const rowOf = indexesByNumber(terms.numbers(collection, one), terms.end());
  const columnOf = indexesByNumber(terms.numbers(collection, other), terms.end());
  /** By the cell's number: row * number of columns + column. */
  const counts = new Map<number, number>();
  const rowsOfDocument: number[] = [];
  terms.visitTerms(documents, (found, length) => {
    rowsOfDocument.length = 0;
    for (let at = 0; at < length; at++) {
      const row = rowOf[found[at] as number] as number;
      if (row !== -1) rowsOfDocument.push(row);
    }
    if (rowsOfDocument.length === 0) return;
    for (let at = 0; at < length; at++) {
      const column = columnOf[found[at] as number] as number;
      if (column === -1) continue;
      for (const row of rowsOfDocument) {
        const cell = row * columns.length + column;
        counts.set(cell, (counts.get(cell) ?? 0) + 1);
      }
    }
  });
  return [...counts]
    .map(([cell, count]): PairCount => {
      const row = rows[Math.floor(cell / columns.length)] as Term;
      const column = columns[cell % columns.length] as Term;
      return { values: [row.value, column.value], count };
    })
    .sort(byCountAndValues);
}

/** By the number of a term, its index in the list; -1 if it is not in the list. */
function indexesByNumber(numbers: Uint32Array, end: number): Int32Array {
  const indexes = new Int32Array(end).fill(-1);
  for (let index = 0; index < numbers.length; index++) indexes[numbers[index] as number] = index;
  return indexes;
}

const byCountAndValues = (a: PairCount, b: PairCount): number =>
  b.count - a.count || compare(a.values[0], b.values[0]) || compare(a.values[1], b.values[1]);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
