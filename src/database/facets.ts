// Counts how many documents of a selection carry each value of some facets.
import type { Collection } from '../references.ts';
import type { Selection } from './plan.ts';
import type { Numbers } from './postings/numbers.ts';
import type { Term, Terms } from './postings/reader.ts';
import { selected } from './selected.ts';
import type { Snapshot } from './snapshot.ts';

/** A value of a facet with the number of documents that carry it. */
export interface FacetCount {
  value: string;
  count: number;
}

/** What was counted, by the names of facets. */
export type FacetCounts = Map<string, FacetCount[]>;

/** What is to be counted: the values of facets, so many in all, among these documents. */
interface Question {
  terms: Terms;
  collection: Collection;
  facets: readonly string[];
  size: number;
  documents: Numbers;
}

/** What it costs to look at the terms of a document, where to intersect a block of documents with that of a term costs 1. */
const costOfDocument = 3;

/** What it costs to look up a term by its number, where to pass one in the list of its facet costs 1. */
const costOfLook = 250;

/** All values of each facet among the documents of a selection, most frequent first, ties by value. */
export function countFacets(
  snapshot: Snapshot,
  selection: Selection,
  facets: readonly string[],
): FacetCounts {
  const { terms } = snapshot;
  const { collection } = selection;
  if (isEverything(selection)) {
    return each(facets, (facet) =>
      terms.all(collection, facet).map(({ value, documents }) => ({ value, count: documents })),
    );
  }
  const documents = selected(snapshot, selection);
  const size = facets.reduce((sum, facet) => sum + terms.size(collection, facet), 0);
  const isByDocument = documents.count * costOfDocument < size * documents.highs.length;
  const question = { terms, collection, facets, size, documents };
  const counts = isByDocument ? countByDocument(question) : countBySet(question);
  for (const values of counts.values()) values.sort(byCount);
  return counts;
}

/** Intersects what was found with what each value has. */
function countBySet(question: Question): FacetCounts {
  const { terms, documents } = question;
  return counted(question, (term) => documents.countWith(terms.numbers(term)));
}

/** Looks at the terms of each document that was found. */
function countByDocument(question: Question): FacetCounts {
  const { terms, facets, size, documents } = question;
  const counts = new Uint32Array(terms.last() + 1);
  const met: number[] = [];
  terms.eachDocument(documents, (found, length) => {
    for (let at = 0; at < length; at++) {
      const number = found[at] as number;
      if (counts[number] === 0) met.push(number);
      (counts[number] as number)++;
    }
  });
  if (met.length * costOfLook > size) return counted(question, ({ number }) => counts[number] as number);
  const values = each(facets, () => []);
  for (const number of met) {
    const { facet, value } = terms.at(number);
    values.get(facet)?.push({ value, count: counts[number] as number });
  }
  return values;
}

/** Those of all values that are counted more than no time. */
function counted({ terms, collection, facets }: Question, countOf: (term: Term) => number): FacetCounts {
  return each(facets, (facet) => {
    const values: FacetCount[] = [];
    for (const term of terms.all(collection, facet)) {
      const count = countOf(term);
      if (count > 0) values.push({ value: term.value, count });
    }
    return values;
  });
}

const each = (facets: readonly string[], count: (facet: string) => FacetCount[]): FacetCounts =>
  new Map(facets.map((facet) => [facet, count(facet)]));

const byCount = (a: FacetCount, b: FacetCount): number => b.count - a.count || (a.value < b.value ? -1 : 1);

const isEverything = ({ groups, keys, search }: Selection): boolean =>
  groups.length === 0 && keys.from === undefined && keys.before === undefined && !search;
