// From a filter's values to the set of documents that have any of them.
import { DocIdSet, emptySet } from '../doc-ids/doc-id-set.ts';
import type { Collection } from '../records/kinds.ts';
import type { Group } from '../store/plan.ts';
import type { Source } from './source.ts';

/** Facets without terms, of which there would be too many: ids, and the statements of renditions, each of which lists its own. */
const listedFacets = ['id', 'statement'];

/** Whether the values of a facet are found as lists of documents, not as terms. */
export const isListed = (facet: string): boolean => listedFacets.includes(facet);

/** The documents that have any of a group's values. */
export function having(
  { terms, listed }: Source,
  collection: Collection,
  { facet, values }: Group,
): DocIdSet {
  if (isListed(facet)) return DocIdSet.of(listed(collection, facet, values));
  const sets = values.flatMap((value) => {
    const term = terms.find(collection, facet, value);
    return term ? [terms.docIds(term)] : [];
  });
  const [only = emptySet, ...more] = sets;
  return more.length === 0 ? only : DocIdSet.union(sets);
}
