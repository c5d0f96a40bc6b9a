// Counts how many documents of a selection carry each pair of values of two facets.
import { DocIdSet } from '../doc-ids/doc-id-set.ts';
import type { Collection } from '../records/kinds.ts';
import { byPairCount, type PairCount } from '../store/counts.ts';
import { indexesByNumber } from './facets.ts';
import type { NumberedSelection } from './numbered.ts';
import { needsRenditions, renditionsIn, waysOf } from './renditions.ts';
import { selected } from './selected.ts';
import type { Source, Term } from './source.ts';
import { type CellsOf, countStatements, type StatementsByRendition } from './statement-counts.ts';

/** What is counted, before the terms of any document are read: documents, or statements by their renditions. */
export interface CountedPairs {
  documents: DocIdSet;
  byRendition: StatementsByRendition | null;
}

/** The documents that must be looked at to count pairs of values. */
export function pairsToCount(
  source: Source,
  selection: NumberedSelection,
  facets: readonly [string, string],
): CountedPairs {
  const documents = selected(source, selection);
  if (!needsRenditions(selection, facets)) return { documents, byRendition: null };
  const ways = waysOf(selection.groups).map((way) => renditionsIn(source, selection, way));
  return { documents, byRendition: { ways, among: documents } };
}

/** The documents of which terms are read to count pairs. */
export const visitedForPairs = ({ documents, byRendition }: CountedPairs): DocIdSet =>
  byRendition ? DocIdSet.union(byRendition.ways) : documents;

/** All pairs of values of two facets that some documents of a collection carry together, most frequent first, ties by the values. */
export function countPairs(
  source: Source,
  collection: Collection,
  { documents, byRendition }: CountedPairs,
  facets: readonly [one: string, other: string],
): PairCount[] {
  const [rows, columns] = facets.map((facet) =>
    source.terms.all(byRendition ? 'renditions' : collection, facet),
  );
  const cells = cellsOf(source, byRendition ? 'renditions' : collection, facets);
  const counts = byRendition
    ? countStatements(source, byRendition, cells)
    : countDocuments(source, documents, cells);
  return [...counts]
    .map(([cell, count]): PairCount => {
      const width = columns?.length ?? 0;
      const row = rows?.[Math.floor(cell / width)] as Term;
      const column = columns?.[cell % width] as Term;
      return { values: [row.value, column.value], count };
    })
    .sort(byPairCount);
}

/** The number of documents in each cell. */
function countDocuments({ terms }: Source, documents: DocIdSet, cells: CellsOf): Map<number, number> {
  const counts = new Map<number, number>();
  terms.visitTerms(documents, (found, length) =>
    cells(found, length, (cell) => counts.set(cell, (counts.get(cell) ?? 0) + 1)),
  );
  return counts;
}

/** A cell's number: row * number of columns + column. */
function cellsOf(
  { terms }: Source,
  collection: Collection,
  [one, other]: readonly [one: string, other: string],
): CellsOf {
  const width = terms.all(collection, other).length;
  const rowOf = indexesByNumber(terms.numbers(collection, one), terms.end());
  const columnOf = indexesByNumber(terms.numbers(collection, other), terms.end());
  const rows: number[] = [];
  return (found, length, visit) => {
    rows.length = 0;
    for (let at = 0; at < length; at++) {
      const row = rowOf[found[at] as number] as number;
      if (row !== -1) rows.push(row);
    }
    if (rows.length === 0) return;
    for (let at = 0; at < length; at++) {
      const column = columnOf[found[at] as number] as number;
      if (column === -1) continue;
      for (const row of rows) visit(row * width + column);
    }
  };
}
