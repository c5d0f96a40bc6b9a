// From a selection to the set of its document numbers: each filter value is a set, and sets are combined; no row is read.

import { DocIdSet, emptySet } from '../doc-ids/doc-id-set.ts';
import type { Collection } from '../records/references.ts';
import type { Group } from '../store/plan.ts';
import { dated } from './dated.ts';
import type { NumberedSelection } from './numbered.ts';
import type { Source } from './source.ts';

/** All documents of a selection. */
export function selected(source: Source, selection: NumberedSelection): DocIdSet {
  const { search, range } = selection;
  const filtered = filteredBy(source, selection);
  if (!search) return filtered ?? DocIdSet.range(range);
  const matching = source.textIndex.matching(search, range);
  if (search.kind === 'matching') return filtered ? filtered.intersect(matching) : matching;
  return (filtered ?? DocIdSet.range(range)).difference(matching);
}

/** The documents that satisfy every group and the bounds of the date; null if there are neither. */
export function filteredBy(
  source: Source,
  { collection, groups, dates, range }: NumberedSelection,
): DocIdSet | null {
  if (groups.length === 0 && dates === null) return null;
  const wanted = groups.filter(({ negated }) => !negated).map((group) => having(source, collection, group));
  if (dates) wanted.push(dated(source, collection, dates));
  const [rarest, ...others] = wanted.sort((a, b) => a.count - b.count);
  let found = rarest ?? DocIdSet.range(range);
  for (const other of others) found = found.intersect(other);
  for (const group of groups) if (group.negated) found = found.difference(having(source, collection, group));
  return found;
}

/** The facet of renditions that has no terms, for there would be too many: a statement lists its renditions. */
export const statementFacet = 'statement';

/** The documents that have any of a group's values. */
function having({ terms, renditionsOf }: Source, collection: Collection, { facet, values }: Group): DocIdSet {
  if (facet === statementFacet) return DocIdSet.of(renditionsOf(values));
  const sets = values.flatMap((value) => {
    const term = terms.find(collection, facet, value);
    return term ? [terms.docIds(term)] : [];
  });
  const [only = emptySet, ...more] = sets;
  return more.length === 0 ? only : DocIdSet.union(sets);
}
