// Counts the values of facets by their columns where there are any, and by the forward index where there are none.
import { DocIdSet } from '../doc-ids/doc-id-set.ts';
import type { Collection } from '../records/kinds.ts';
import type { FacetCount, FacetCounts } from '../store/counts.ts';
import { type Columns, countValues, type FacetColumn, visitValues } from './facet-columns.ts';
import { type Counted, countFacets } from './facets.ts';
import type { Source, Term } from './source.ts';
import { countStatements, type StatementsByRendition } from './statement-counts.ts';

/** The collection whose terms are counted for a facet: renditions, where statements are counted by them. */
export const countedIn = (collection: Collection, { byRendition }: Counted, facet: string): Collection =>
  byRendition.has(facet) ? 'renditions' : collection;

/** The documents that are looked at to count a facet. */
const visitedFor = ({ documents, byRendition }: Counted, facet: string): readonly DocIdSet[] =>
  byRendition.get(facet)?.ways ?? [documents];

/** The number of documents that are looked at to count a facet. */
export const sizeOfVisit = (counted: Counted, facet: string): number =>
  visitedFor(counted, facet).reduce((sum, { count }) => sum + count, 0);

/** The documents of which terms are read, for the facets without a column. */
export const visitedWithout = (columns: Columns, counted: Counted, facets: readonly string[]): DocIdSet =>
  DocIdSet.union([
    ...new Set(
      facets.filter((facet) => columns(facet) === null).flatMap((facet) => visitedFor(counted, facet)),
    ),
  ]);

/** All values of each facet that the documents carry. `source` must give the terms of documents for facets without a column. */
export function countByColumns(
  source: Source,
  collection: Collection,
  counted: Counted,
  facets: readonly string[],
  columns: Columns,
): FacetCounts {
  const others = facets.filter((facet) => columns(facet) === null);
  const byTerms: FacetCounts =
    others.length === 0 ? new Map() : countFacets(source, collection, counted, others);
  return new Map(
    facets.map((facet) => {
      const column = columns(facet);
      const such = counted.byRendition.get(facet);
      if (column === null) return [facet, byTerms.get(facet) ?? []];
      return [
        facet,
        such
          ? statementsOf(source, such, facet, column)
          : documentsOf(source, collection, counted, facet, column),
      ];
    }),
  );
}

function documentsOf(
  { terms }: Source,
  collection: Collection,
  { documents, isRest }: Counted,
  facet: string,
  column: FacetColumn,
): FacetCount[] {
  const all = terms.all(collection, facet);
  if (!isRest && documents.count * fewDocuments < column.values.length) return ofFew(column, documents, all);
  const counts = countValues(column, documents, all.length);
  const values: FacetCount[] = [];
  for (let at = 0; at < counts.length; at++) {
    const counted = counts[at] as number;
    if (counted === 0 && !isRest) continue;
    const term = all[at] as Term;
    const count = isRest ? term.documents - counted : counted;
    if (count > 0) values.push({ value: term.value, count });
  }
  return values;
}

/** To count the values of one document one by one takes as long as to go through so many lists of a column. */
const fewDocuments = 16;

/** The same for few documents, whose values are a small part of all. */
function ofFew(column: FacetColumn, documents: DocIdSet, all: readonly Term[]): FacetCount[] {
  const counts = new Map<number, number>();
  visitValues(column, documents, (found, length) => {
    for (let at = 0; at < length; at++) {
      const index = found[at] as number;
      counts.set(index, (counts.get(index) ?? 0) + 1);
    }
  });
  return withValues(counts, all);
}

const withValues = (counts: Map<number, number>, all: readonly Term[]): FacetCount[] =>
  Array.from(counts, ([index, count]) => ({ value: (all[index] as Term).value, count }));

function statementsOf(
  source: Source,
  statements: StatementsByRendition,
  facet: string,
  column: FacetColumn,
): FacetCount[] {
  const all = source.terms.all('renditions', facet);
  const terms: Source['terms'] = {
    ...source.terms,
    visitTerms: (documents, visit) => visitValues(column, documents, visit),
  };
  const counts = countStatements({ ...source, terms }, statements, (found, length, visit) => {
    for (let at = 0; at < length; at++) visit(found[at] as number);
  });
  return withValues(counts, all);
}
