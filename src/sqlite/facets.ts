// Counts how many documents of a selection carry each value of some facets.
import { DocIdSet } from '../doc-ids/doc-id-set.ts';
import type { FacetCount, FacetCounts } from '../store/counts.ts';
import type { Selection } from '../store/plan.ts';
import type { Term } from './postings/term-index.ts';
import { selected } from './selected.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * All values of each facet that the documents of a selection carry. Their terms are counted document by document. If most of
 * the collection is selected, the other documents are counted instead and subtracted from the totals.
 */
export function countFacets(
  snapshot: Snapshot,
  selection: Selection,
  facets: readonly string[],
): FacetCounts {
  if (facets.length === 0) return new Map();
  const { terms } = snapshot;
  const { collection } = selection;
  const documents = selected(snapshot, selection);
  const all = DocIdSet.range(snapshot.range(collection));
  const isMost = documents.count * 2 > all.count;
  const counts = countTerms(snapshot, isMost ? all.difference(documents) : documents);
  const valuesOf = (facet: string): FacetCount[] => {
    const values: FacetCount[] = [];
    const all = terms.all(collection, facet);
    const numbers = terms.numbers(collection, facet);
    for (let at = 0; at < numbers.length; at++) {
      const counted = counts[numbers[at] as number] as number;
      if (counted === 0 && !isMost) continue;
      const { value, documents } = all[at] as Term;
      const count = isMost ? documents - counted : counted;
      if (count > 0) values.push({ value, count });
    }
    return values;
  };
  return new Map(facets.map((facet) => [facet, valuesOf(facet)]));
}

/** By the number of each term, how many of the documents have it. */
function countTerms({ terms }: Snapshot, documents: DocIdSet): Uint32Array {
  const counts = new Uint32Array(terms.end());
  terms.visitTerms(documents, (found, length) => {
    for (let at = 0; at < length; at++) (counts[found[at] as number] as number)++;
  });
  return counts;
}
