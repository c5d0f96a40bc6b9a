// Counts how many documents of a selection carry each value of some facets.
import { DocIdSet } from '../doc-ids/doc-id-set.ts';
import type { Collection } from '../records/references.ts';
import type { FacetCount, FacetCounts } from '../store/counts.ts';
import type { NumberedSelection } from './numbered.ts';
import { selected } from './selected.ts';
import type { Source, Term, TermIndex } from './source.ts';

/** The documents of which the terms are counted. `isRest`: they are the others, whose counts are subtracted from the totals. */
export interface Counted {
  documents: DocIdSet;
  isRest: boolean;
}

/** The documents of a selection; if they are most of the collection, the other documents. */
export function documentsToCount(source: Source, selection: NumberedSelection): Counted {
  const documents = selected(source, selection);
  const all = DocIdSet.range(source.range(selection.collection));
  const isRest = documents.count * 2 > all.count;
  return { documents: isRest ? all.difference(documents) : documents, isRest };
}

/** All values of each facet that the documents of a selection carry. Their terms are counted document by document. */
export function countFacets(
  { terms }: Source,
  collection: Collection,
  { documents, isRest }: Counted,
  facets: readonly string[],
): FacetCounts {
  const counts = countTerms(terms, documents);
  const valuesOf = (facet: string): FacetCount[] => {
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
  };
  return new Map(facets.map((facet) => [facet, valuesOf(facet)]));
}

/** By the number of each term, how many of the documents have it. */
function countTerms(terms: TermIndex, documents: DocIdSet): Uint32Array {
  const counts = new Uint32Array(terms.end());
  terms.visitTerms(documents, (found, length) => {
    for (let at = 0; at < length; at++) (counts[found[at] as number] as number)++;
  });
  return counts;
}
