// From a filter's values to the set of documents that have any of them.
import { DocIdSet, emptySet } from '../doc-ids/doc-id-set.ts';
import type { Collection } from '../records/references.ts';
import type { Group } from '../store/plan.ts';
import type { Source } from './source.ts';

/** The facet of renditions that has no terms, for there would be too many: a statement lists its renditions. */
export const statementFacet = 'statement';

/** The documents that have any of a group's values. */
export function having(
  { terms, renditionsOf }: Source,
  collection: Collection,
  { facet, values }: Group,
): DocIdSet {
  if (facet === statementFacet) return DocIdSet.of(renditionsOf(values));
  const sets = values.flatMap((value) => {
    const term = terms.find(collection, facet, value);
    return term ? [terms.docIds(term)] : [];
  });
  const [only = emptySet, ...more] = sets;
  return more.length === 0 ? only : DocIdSet.union(sets);
}
