// One state of the data as the port describes it, answered from a snapshot.
import { countByColumns } from '../combining/column-counts.ts';
import { countPairs, pairsToCount } from '../combining/cross-table.ts';
import { documentsToCount } from '../combining/facets.ts';
import { selected } from '../combining/selected.ts';
import type { DocIdRange } from '../doc-ids/doc-id-set.ts';
import { type Collection, collections, kindOf } from '../records/kinds.ts';
import type { State } from '../store/store.ts';
import { changeLogOf } from './change-log.ts';
import { completeName } from './completions.ts';
import { readDataset } from './dataset.ts';
import { datesOf } from './documents.ts';
import { searchDocuments } from './found.ts';
import { selectAll, selectionOf, selectPage } from './pages.ts';
import { readPinned } from './pinned.ts';
import { readPieces, recordBytes } from './record-pieces.ts';
import type { Snapshot } from './snapshot.ts';

/** An outlet can become an organization that is none: then nothing in the collection took its place. */
const successorQuery = `
  SELECT successor FROM retired_id JOIN document ON collection = ? AND document.id = successor
  WHERE kind = ? AND retired = ?`;

/** The state that a snapshot holds. */
export function stateOf(snapshot: Snapshot): State {
  const { prepare, names } = snapshot;
  return {
    dataset: snapshot.dataset,
    size: collections.reduce((sum, name) => sum + sizeOf(snapshot.range(name)), 0),
    probe: () => void readDataset(prepare),
    counts() {
      const counted = collections.map((name) => [name, sizeOf(snapshot.range(name))]);
      return Object.fromEntries(counted) as Record<Collection, number>;
    },
    page: (plan) => selectPage(snapshot, plan),
    totals: (selections) =>
      selections.map((selection) => selected(snapshot, selectionOf(snapshot, selection)).count),
    everything: (plan) => readPinned(snapshot, (pinned) => selectAll(pinned, plan)),
    facets(selection, facets) {
      if (facets.length === 0) return new Map();
      const { collection } = selection;
      const counted = documentsToCount(snapshot, selectionOf(snapshot, selection), facets);
      return countByColumns(snapshot, collection, counted, facets, snapshot.columns(collection, counted));
    },
    pairs(selection, facets) {
      const counted = pairsToCount(snapshot, selectionOf(snapshot, selection), facets);
      return countPairs(snapshot, selection.collection, counted, facets);
    },
    documents: (collection, ids) => ids.map((id) => snapshot.documents.withId(collection, id)),
    dates: (documents) => datesOf(prepare, documents),
    names: (documents) => documents.map(({ collection, id }) => snapshot.itemName(collection, id)),
    resolve: (questions) => questions.map(names.resolve),
    successor(collection, retired) {
      const query = prepare(successorQuery).pluck();
      return (query.get(collection, kindOf[collection], retired) as string | undefined) ?? null;
    },
    nearestName: names.nearest,
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

const sizeOf = ({ first, last }: DocIdRange): number => last - first + 1;
