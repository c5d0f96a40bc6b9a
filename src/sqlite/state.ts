// One state of the data as the port describes it, answered from a snapshot.
import { type Collection, collections, kindOf } from '../records/references.ts';
import type { State } from '../store/store.ts';
import { changeLogOf } from './change-log.ts';
import { completeName } from './completions.ts';
import { countPairs } from './cross-table.ts';
import { readDataset } from './dataset.ts';
import { countFacets } from './facets.ts';
import { searchDocuments } from './found.ts';
import { readPinned } from './pinned.ts';
import { readPieces, recordBytes } from './record-pieces.ts';
import { selectAll, selectPage } from './select.ts';
import { selected } from './selected.ts';
import type { Range, Snapshot } from './snapshot.ts';

/** An outlet can become an organization that is none: then nothing in the collection took its place. */
const successorQuery = `
  SELECT successor FROM retired_id JOIN document ON collection = ? AND document.id = successor
  WHERE kind = ? AND retired = ?`;

/** The state that a snapshot holds. */
export function stateOf(snapshot: Snapshot): State {
  const { prepare, names } = snapshot;
  return {
    dataset: snapshot.dataset,
    probe: () => void readDataset(prepare),
    counts() {
      const counted = collections.map((name) => [name, sizeOf(snapshot.range(name))]);
      return Object.fromEntries(counted) as Record<Collection, number>;
    },
    page: (plan) => selectPage(snapshot, plan),
    totals: (selections) => selections.map((selection) => selected(snapshot, selection).count),
    everything: (plan) => readPinned(snapshot, (pinned) => selectAll(pinned, plan)),
    facets: (selection, facets) => countFacets(snapshot, selection, facets),
    pairs: (selection, facets) => countPairs(snapshot, selection, facets),
    documents(collection, ids) {
      const query = prepare('SELECT body FROM document WHERE collection = ? AND id = ?').pluck();
      return ids.map((id) => (query.get(collection, id) as Buffer | undefined) ?? null);
    },
    names: (documents) => documents.map(({ collection, id }) => snapshot.itemName(collection, id)),
    resolve: (questions) => questions.map(({ kinds, text }) => names.resolve(kinds, text)),
    successor(collection, retired) {
      const query = prepare(successorQuery).pluck();
      return (query.get(collection, kindOf[collection], retired) as string | undefined) ?? null;
    },
    nearestName: ({ kinds, text }) => names.nearest(kinds, text),
    nearestId: (collection, text) => names.nearestId(collection, text),
    knownIds: (kinds, most) => names.all(kinds, most),
    knownValues: (collection, facet) =>
      snapshot.terms
        .all(collection, facet)
        .map(({ value }) => value)
        .sort(),
    found: (search, among, after, limit) => searchDocuments(snapshot, search, among, after, limit),
    completions: (key, kinds, limit) => completeName(prepare, key, kinds, limit),
    changes: changeLogOf(snapshot),
    recordBytes: () => recordBytes(prepare),
    records: (first, last) => readPinned(snapshot, (pinned) => readPieces(pinned.prepare, first, last)),
  };
}

const sizeOf = ({ first, last }: Range): number => last - first + 1;
