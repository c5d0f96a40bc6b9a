// Decides how values are counted: by the terms of each document, or by the set of each term.

import type { DocIdSet } from '../../doc-ids/doc-id-set.ts';
import type { Collection } from '../../references.ts';
import type { TermIndex } from './term-index.ts';

/** What it costs to look at the terms of a document, where to intersect a block of documents with that of a term costs 1. */
const costOfDocument = 3;

/** Whether it costs less to look at each document than at the sets of all terms of these facets. */
export function isByDocument(
  terms: TermIndex,
  collection: Collection,
  facets: readonly string[],
  { count, blockKeys }: DocIdSet,
): boolean {
  const sets = facets.reduce((sum, facet) => sum + terms.size(collection, facet), 0);
  return count * costOfDocument < sets * blockKeys.length;
}
