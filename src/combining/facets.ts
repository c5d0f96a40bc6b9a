// Counts how many documents of a selection carry each value of some facets.
import { DocIdSet } from '../doc-ids/doc-id-set.ts';
import type { Collection } from '../records/kinds.ts';
import type { FacetCount, FacetCounts } from '../store/counts.ts';
import type { NumberedSelection } from './numbered.ts';
import { needsRenditions, renditionsIn, waysWith } from './renditions.ts';
import { selected } from './selected.ts';
import type { Source, Term, TermIndex } from './source.ts';
import { countStatements, type StatementsByRendition } from './statement-counts.ts';

/** What is counted, before the terms of any document are read. */
export interface Counted {
  /** The documents of the selection; if they are most of the collection (`isRest`), the others, to be subtracted. */
  documents: DocIdSet;
  isRest: boolean;
  /** The facets of which a statement carries a value if the right rendition does. */
  byRendition: ReadonlyMap<string, StatementsByRendition>;
}

/** The documents that must be looked at to count some facets. */
export function documentsToCount(
  source: Source,
  selection: NumberedSelection,
  facets: readonly string[],
): Counted {
  const documents = selected(source, selection);
  const all = DocIdSet.range(source.range(selection.collection));
  const isRest = documents.count * 2 > all.count;
  const byRendition = facets
    .filter((facet) => needsRenditions(selection, [facet]))
    .map((facet) => {
      const ways = waysWith(facet, selection.groups).map((way) => renditionsIn(source, selection, way));
      return [facet, { ways, among: documents }] as const;
    });
  return {
    documents: isRest ? all.difference(documents) : documents,
    isRest,
    byRendition: new Map(byRendition),
  };
}

/** All values of each facet that the documents of a selection carry. Their terms are counted document by document. */
export function countFacets(
  source: Source,
  collection: Collection,
  counted: Counted,
  facets: readonly string[],
): FacetCounts {
  const { byRendition } = counted;
  const areAllByRendition = facets.every((facet) => byRendition.has(facet));
  const counts = areAllByRendition ? new Uint32Array() : countTerms(source.terms, counted.documents);
  return new Map(
    facets.map((facet) => {
      const such = byRendition.get(facet);
      return [
        facet,
        such
          ? statementsByValue(source, such, facet)
          : valuesOf(source.terms, collection, counted, counts, facet),
      ];
    }),
  );
}

function valuesOf(
  terms: TermIndex,
  collection: Collection,
  { isRest }: Counted,
  counts: Uint32Array,
  facet: string,
): FacetCount[] {
  const values: FacetCount[] = [];
  const all = terms.all(collection, facet);
  const numbers = terms.numbers(collection, facet);
  for (let at = 0; at < numbers.length; at++) {
    const counted = counts[numbers[at] as number] as number;
    if (counted === 0 && !isRest) continue;
    const { value, documents } = all[at] as Term;
    const count = isRest ? documents - counted : counted;
    if (count > 0) values.push({ value, count });
  }
  return values;
}

/** By the number of each term, how many of the documents have it. */
function countTerms(terms: TermIndex, documents: DocIdSet): Uint32Array {
  const counts = new Uint32Array(terms.end());
  terms.visitTerms(documents, (found, length) => {
    for (let at = 0; at < length; at++) (counts[found[at] as number] as number)++;
  });
  return counts;
}

/** The values that renditions of statements carry, each with the number of the statements. */
function statementsByValue(source: Source, statements: StatementsByRendition, facet: string): FacetCount[] {
  const all = source.terms.all('renditions', facet);
  const indexOf = indexesByNumber(source.terms.numbers('renditions', facet), source.terms.end());
  const counts = countStatements(source, statements, (found, length, visit) => {
    for (let at = 0; at < length; at++) {
      const index = indexOf[found[at] as number] as number;
      if (index !== -1) visit(index);
    }
  });
  return [...counts].map(([index, count]) => ({ value: (all[index] as Term).value, count }));
}

/** By the number of a term, its index in the list; -1 if it is not in the list. */
export function indexesByNumber(numbers: Uint32Array, end: number): Int32Array {
  const indexes = new Int32Array(end).fill(-1);
  for (let index = 0; index < numbers.length; index++) indexes[numbers[index] as number] = index;
  return indexes;
}
