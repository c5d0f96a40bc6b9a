// Counts how many documents of a selection carry each value of some facets.

import type { DocIdSet } from '../doc-ids/doc-id-set.ts';
import type { Selection } from './plan.ts';
import type { Term, TermIndex } from './postings/term-index.ts';
import { isByDocument } from './postings/way-of-counting.ts';
import { selected } from './selected.ts';
import type { Snapshot } from './snapshot.ts';

/** A value of a facet with the number of documents that carry it. */
export interface FacetCount {
  value: string;
  count: number;
}

/** What was counted, by the names of facets; the values of each in no order. */
export type FacetCounts = Map<string, FacetCount[]>;

/** All values of each facet that the documents of a selection carry. */
export function countFacets(
  snapshot: Snapshot,
  selection: Selection,
  facets: readonly string[],
): FacetCounts {
  if (facets.length === 0) return new Map();
  const { terms } = snapshot;
  const { collection } = selection;
  if (isEverything(selection)) {
    return each(facets, (facet) =>
      terms.all(collection, facet).map(({ value, documents }) => ({ value, count: documents })),
    );
  }
  const documents = selected(snapshot, selection);
  return isByDocument(terms, collection, facets, documents)
    ? countByDocument(terms, facets, documents)
    : each(facets, (facet) => countBySet(terms, terms.all(collection, facet), documents));
}

/** Looks at the terms of each document that was found. */
function countByDocument(terms: TermIndex, facets: readonly string[], documents: DocIdSet): FacetCounts {
  const counts = new Uint32Array(terms.numbered.end);
  const met: number[] = [];
  terms.eachDocument(documents, (found, length) => {
    for (let at = 0; at < length; at++) {
      const number = found[at] as number;
      if (counts[number] === 0) met.push(number);
      (counts[number] as number)++;
    }
  });
  const values = each(facets, () => []);
  for (const { number, facet, value } of terms.numbered.at(met)) {
    values.get(facet)?.push({ value, count: counts[number] as number });
  }
  return values;
}

/** Intersects what was found with what each value has. */
function countBySet(terms: TermIndex, values: readonly Term[], documents: DocIdSet): FacetCount[] {
  const counts: FacetCount[] = [];
  for (const term of values) {
    const count = documents.intersectionCount(terms.docIds(term));
    if (count > 0) counts.push({ value: term.value, count });
  }
  return counts;
}

const each = (facets: readonly string[], count: (facet: string) => FacetCount[]): FacetCounts =>
  new Map(facets.map((facet) => [facet, count(facet)]));

/** The order of values: most frequent first, ties by value. */
export const byCount = (a: FacetCount, b: FacetCount): number =>
  b.count - a.count || (a.value < b.value ? -1 : 1);

/** The first so many in that order. Most values are told from them at a glance, which sorting all of them would not do. */
export function mostFrequent(counts: readonly FacetCount[], limit: number): FacetCount[] {
  const first: FacetCount[] = [];
  for (const each of counts) {
    let at = first.length;
    while (at > 0 && byCount(each, first[at - 1] as FacetCount) < 0) at--;
    if (at === limit) continue;
    first.splice(at, 0, each);
    first.length = Math.min(first.length, limit);
  }
  return first;
}

const isEverything = ({ groups, keys, search }: Selection): boolean =>
  groups.length === 0 && keys.from === undefined && keys.before === undefined && !search;
