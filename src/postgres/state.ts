// One state of the data as the port describes it, answered from a version in PostgreSQL.
import { countByColumns, visitedWithout } from '../combining/column-counts.ts';
import { countPairs, pairsToCount, visitedForPairs } from '../combining/cross-table.ts';
import { documentsToCount } from '../combining/facets.ts';
import { selected } from '../combining/selected.ts';
import { type Collection, collections, kindOf } from '../records/kinds.ts';
import type { FacetCounts, PairCount } from '../store/counts.ts';
import type { NamedId } from '../store/names.ts';
import type { Selection } from '../store/plan.ts';
import type { State } from '../store/store.ts';
import { changeLogOf } from './change-log.ts';
import { completeName } from './completions.ts';
import { datesOf } from './document-dates.ts';
import { namesOf, nearestId, nearestName, resolveNames } from './names.ts';
import { searchDocuments, selectAll, selectionOf, selectPage } from './pages.ts';
import { readRecords, recordBytes } from './records.ts';
import { fetchColumns } from './sources/columns.ts';
import { gather, withDocumentTerms } from './sources/gather.ts';
import { fetchTerms } from './sources/terms.ts';
import * as statements from './statements.ts';
import type { Version } from './version.ts';

/** The state that a version holds. */
export function stateOf(version: Version): State {
  const { reader } = version;
  return {
    dataset: version.dataset,
    size: version.lastNumber,
    probe: async () => void (await reader.rows(statements.dataset)),
    counts() {
      const counted = collections.map((name) => [name, sizeOf(version.range(name))]);
      return Object.fromEntries(counted) as Record<Collection, number>;
    },
    page: (plan) => selectPage(version, plan),
    totals: (selections) => countSelections(version, selections),
    everything: (plan) => selectAll(version, plan),
    facets: (selection, facets) => countFacets(version, selection, facets),
    pairs: (selection, facets) => countPairsOf(version, selection, facets),
    documents: (collection, ids) => documentsOf(version, collection, ids),
    dates: (documents) => datesOf(version, documents),
    names: (documents) => namesOf(version, documents),
    resolve: (questions) => resolveNames(version, questions),
    successor: (collection, retired) => successorOf(version, collection, retired),
    nearestName: (question) => nearestName(version, question),
    nearestId: (collection, text) => nearestId(version, collection, text),
    async knownIds(kinds, most) {
      const rows = await reader.rows<NamedId>(statements.recordsOfKinds, [kinds, most + 1]);
      return rows.length > most ? null : rows;
    },
    async knownValues(collection, facet) {
      const wanted = { collection, groups: [], facets: [facet], walked: [] };
      const terms = await fetchTerms(version, [wanted]);
      return terms
        .all(collection, facet)
        .map(({ value }) => value)
        .sort();
    },
    found: (search, among, after, limit) => searchDocuments(version, search, among, after, limit),
    completions: (key, kinds, limit) => completeName(version, key, kinds, limit),
    changes: changeLogOf(version),
    recordBytes: () => recordBytes(version),
    records: (first, last) => readRecords(version, first, last),
  };
}

const sizeOf = ({ first, last }: { first: number; last: number }): number => last - first + 1;

async function countSelections(version: Version, selections: readonly Selection[]): Promise<number[]> {
  const source = await gather(version, { selections });
  return selections.map((selection) => selected(source, selectionOf(version, selection)).count);
}

async function countFacets(
  version: Version,
  selection: Selection,
  facets: readonly string[],
): Promise<FacetCounts> {
  if (facets.length === 0) return new Map();
  const { collection } = selection;
  const numbered = selectionOf(version, selection);
  const source = await gather(version, { selections: [selection], facets });
  const counted = documentsToCount(source, numbered, facets);
  const columns = await fetchColumns(version, source.terms, collection, counted, facets);
  const visited = visitedWithout(columns, counted, facets);
  const filled = await withDocumentTerms(version, source, visited);
  return countByColumns(filled, collection, counted, facets, columns);
}

async function countPairsOf(
  version: Version,
  selection: Selection,
  facets: readonly [string, string],
): Promise<PairCount[]> {
  const source = await gather(version, { selections: [selection], facets });
  const counted = pairsToCount(source, selectionOf(version, selection), facets);
  const filled = await withDocumentTerms(version, source, visitedForPairs(counted));
  return countPairs(filled, selection.collection, counted, facets);
}

async function documentsOf(
  { documents }: Version,
  collection: Collection,
  ids: readonly string[],
): Promise<(Buffer | null)[]> {
  if (ids.length === 0) return [];
  const rows = await documents.byId[collection](ids);
  return ids.map((id) => {
    const row = rows.get(id);
    return row ? Buffer.from(row.body) : null;
  });
}

/** An outlet can become an organization that is none: then nothing in the collection took its place. */
async function successorOf(
  version: Version,
  collection: Collection,
  retired: string,
): Promise<string | null> {
  const values = [kindOf[collection], retired];
  const [row] = await version.reader.rows<{ successor: string }>(statements.successor, values);
  if (!row) return null;
  const [document] = await documentsOf(version, collection, [row.successor]);
  return document ? row.successor : null;
}
