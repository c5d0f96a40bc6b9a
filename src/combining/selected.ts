// From a selection to the set of its document numbers: each filter value is a set, and sets are combined; no row is read.

import { DocIdSet } from '../doc-ids/doc-id-set.ts';
import { dated } from './dated.ts';
import { having } from './having.ts';
import type { NumberedSelection } from './numbered.ts';
import { renditionsIn, spansRenditions, statementsOf, waysOf } from './renditions.ts';
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
export function filteredBy(source: Source, selection: NumberedSelection): DocIdSet | null {
  const { collection, groups, dates, range } = selection;
  if (groups.length === 0 && dates === null) return null;
  const wanted = wantedSets(source, selection);
  if (dates) wanted.push(dated(source, collection, dates));
  const [rarest, ...others] = wanted.sort((a, b) => a.count - b.count);
  let found = rarest ?? DocIdSet.range(range);
  for (const other of others) found = found.intersect(other);
  for (const group of groups) if (group.negated) found = found.difference(having(source, collection, group));
  return found;
}

/** The sets of the groups that ask for values. */
function wantedSets(source: Source, selection: NumberedSelection): DocIdSet[] {
  const { collection, groups } = selection;
  const wanted = groups.filter(({ negated }) => !negated);
  if (collection === 'statements' && spansRenditions(wanted))
    return waysOf(wanted).map((way) => statementsOf(source, renditionsIn(source, selection, way)));
  return wanted.map((group) => having(source, collection, group));
}
