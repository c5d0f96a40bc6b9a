// From a selection to the set of its document numbers: each filter value is a set, and sets are combined; no row is read.

import { DocIdSet, emptySet } from '../doc-ids/doc-id-set.ts';
import type { Collection } from '../records/references.ts';
import type { Group, Selection } from '../store/plan.ts';
import type { Prepare } from './prepare.ts';
import type { Range, Snapshot } from './snapshot.ts';

/** All documents of a selection. */
export function selected(snapshot: Snapshot, selection: Selection): DocIdSet {
  const { search } = selection;
  const range = rangeOf(snapshot, selection);
  const filtered = filteredBy(snapshot, selection, range);
  if (!search) return filtered ?? DocIdSet.range(range);
  const matching = snapshot.textIndex.matching(search, range);
  if (search.kind === 'matching') return filtered ? filtered.intersect(matching) : matching;
  return (filtered ?? DocIdSet.range(range)).difference(matching);
}

/** The documents in a range that satisfy every group; null if there is no group. */
export function filteredBy(
  snapshot: Snapshot,
  { collection, groups, keys }: Selection,
  range: Range,
): DocIdSet | null {
  if (groups.length === 0) return null;
  const wanted = groups.filter(({ negated }) => !negated).map((group) => having(snapshot, collection, group));
  const [rarest, ...others] = wanted.sort((a, b) => a.count - b.count);
  const isCut = keys.from !== undefined || keys.before !== undefined;
  let found = rarest ?? DocIdSet.range(range);
  if (rarest && isCut) found = found.inRange(range);
  for (const other of others) found = found.intersect(other);
  for (const group of groups)
    if (group.negated) found = found.difference(having(snapshot, collection, group));
  return found;
}

/** The documents that have any of a group's values. */
function having(snapshot: Snapshot, collection: Collection, { facet, values }: Group): DocIdSet {
  if (facet === 'statement') return renditionsOf(snapshot, values);
  const { terms } = snapshot;
  const sets = values.flatMap((value) => {
    const term = terms.find(collection, facet, value);
    return term ? [terms.docIds(term)] : [];
  });
  const [only = emptySet, ...more] = sets;
  return more.length === 0 ? only : DocIdSet.union(sets);
}

/** Renditions have no terms for their statements, of which there would be too many: the statement lists its renditions. */
function renditionsOf({ prepare }: Snapshot, statements: readonly string[]): DocIdSet {
  const query = `
    SELECT rendition.number FROM document AS statement
    CROSS JOIN json_each(CAST(statement.body AS TEXT), '$.renditions') AS listed
    CROSS JOIN document AS rendition ON rendition.collection = 'renditions' AND rendition.id = listed.value ->> 'id'
    WHERE statement.collection = 'statements' AND statement.id IN (SELECT value FROM json_each(?))
    ORDER BY rendition.number`;
  return DocIdSet.of(prepare(query).pluck().all(JSON.stringify(statements)) as number[]);
}

/** The numbers between a selection's keys. */
export function rangeOf(snapshot: Snapshot, { collection, keys }: Selection): Range {
  const { first, last } = snapshot.range(collection);
  const { prepare } = snapshot;
  return {
    first: keys.from === undefined ? first : firstAtOrAfter(prepare, collection, keys.from, last),
    last: keys.before === undefined ? last : firstAtOrAfter(prepare, collection, keys.before, last) - 1,
  };
}

/** The number of the first document whose key is not before the given one; one past the last if there is none. */
export function firstAtOrAfter(prepare: Prepare, collection: Collection, key: string, last: number): number {
  const query =
    'SELECT number FROM document WHERE collection = ? AND sort_key >= ? ORDER BY sort_key LIMIT 1';
  return (prepare(query).pluck().get(collection, key) as number | undefined) ?? last + 1;
}
