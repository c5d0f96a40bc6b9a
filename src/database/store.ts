// What the server asks of the database: pages, single documents, names, and the state of the dataset.
import type { Collection } from '../references.ts';
import type { TextIndex } from '../text-index/text-index.ts';
import { documentsOf, joinedDocuments } from './bodies.ts';
import { countPairs, type PairCount } from './cross-table.ts';
import type { Dataset } from './dataset.ts';
import { asReadError } from './errors.ts';
import { countFacets, type FacetCounts } from './facets.ts';
import type { ItemNames } from './item-names.ts';
import type { Names } from './names.ts';
import type { Database } from './open.ts';
import { readPinned } from './pinned.ts';
import type { Page, Plan, Selection } from './plan.ts';
import type { Prepare } from './prepare.ts';
import type { Reload, Trouble } from './reload.ts';
import { selectAll, selectLines, selectPage } from './select.ts';
import { type Range, snapshotOf } from './snapshot.ts';

export interface Store {
  /** Path of the database. */
  file: string;
  /**
   * Runs all reads of one answer on one snapshot, the newest. Throws a DatabaseError if SQLite cannot read the file, or if
   * the file was overwritten and is not whole.
   */
  read<T>(work: () => T): T;
  /** Why the file cannot be served as it is now, even if answers still come from the snapshot; null if nothing is wrong. */
  trouble(): Trouble | null;
  /** The number of reloads so far. */
  generation(): number;
  /** Null where nothing has been ingested. */
  dataset(): Dataset | null;
  /** Number of documents of each collection. */
  counts(): Record<Collection, number>;
  page(plan: Plan): Page;
  /** The documents with these numbers, in this order. */
  documents(numbers: readonly number[]): Buffer[];
  /** The same with commas between them, after and before a text. */
  joined(numbers: readonly number[], before: string, after: string): Buffer;
  /** Every document, for as long as the caller reads. */
  all(plan: Plan): Iterable<Buffer>;
  /** The same, many at a time, with a line feed between any two. */
  lines(plan: Plan): Iterable<Buffer>;
  /** What the work yields, for as long as the caller reads, from the snapshot that `read` sees. */
  pinned<T>(work: (prepare: Prepare) => Iterable<T>): Iterable<T>;
  /** All values of each facet that the documents of a selection carry, in no order. */
  countFacets(selection: Selection, facets: readonly string[]): FacetCounts;
  /** All pairs of values of two facets that occur together, most frequent first. */
  countPairs(selection: Selection, facets: readonly [string, string]): PairCount[];
  /** Prepares a statement, or finds it prepared. */
  prepare: Prepare;
  /** A ready JSON document, or null where the collection has no such id. */
  document(collection: Collection, id: string): Buffer | null;
  /** The id that took a retired id's place, or null. */
  successor(collection: Collection, retired: string): string | null;
  /** The values of a facet that documents carry, in order. */
  values(collection: Collection, facet: string): string[];
  readonly names: Names;
  /** What an item is called, or null where the collection has no such id. */
  itemName: ItemNames;
  readonly textIndex: TextIndex;
  /** The numbers of a collection's documents. */
  range(collection: Collection): Range;
  close(): void;
}

/** An outlet can have become an organization that is none: then nothing of the collection took its place. */
const successorQuery = `
  SELECT successor FROM retired_id JOIN document ON collection = ? AND document.id = successor
  WHERE kind = ? AND retired = ?`;

/**
 * Serves from a database that was opened for reading, and takes it over. The reload gives the one that replaced it; without
 * a reload the database stays the same. Each answer comes from one snapshot alone.
 */
export function storeOf(database: Database, reload?: Reload): Store {
  let snapshot = snapshotOf(database);
  let generation = 0;

  function renew(): void {
    const replacement = reload?.next();
    if (!replacement) return;
    generation += 1;
    snapshot.release();
    snapshot = replacement;
  }

  return {
    file: database.name,
    read<T>(work: () => T): T {
      renew();
      const trouble = reload?.trouble();
      if (trouble?.isServedFile) throw trouble.error;
      try {
        return work();
      } catch (error) {
        throw asReadError(database.name, error);
      }
    },
    trouble() {
      renew();
      return reload?.trouble() ?? null;
    },
    generation() {
      renew();
      return generation;
    },
    dataset: () => snapshot.dataset,
    counts() {
      const counted = collections.map((name) => [name, countOf(snapshot.range(name))]);
      return Object.fromEntries(counted) as Record<Collection, number>;
    },
    prepare: (sql) => snapshot.prepare(sql),
    page: (plan) => selectPage(snapshot, plan),
    documents: (numbers) => documentsOf(snapshot.prepare, numbers),
    joined: (numbers, before, after) => joinedDocuments(snapshot.prepare, numbers, before, after),
    all: (plan) => readPinned(snapshot, (pinned) => selectAll(pinned, plan)),
    lines: (plan) => readPinned(snapshot, (pinned) => selectLines(pinned, plan)),
    pinned: (work) => readPinned(snapshot, (_pinned, prepare) => work(prepare)),
    countFacets: (selection, facets) => countFacets(snapshot, selection, facets),
    countPairs: (selection, facets) => countPairs(snapshot, selection, facets),
    document(collection, id) {
      const query = snapshot.prepare('SELECT body FROM document WHERE collection = ? AND id = ?').pluck();
      return (query.get(collection, id) as Buffer | undefined) ?? null;
    },
    successor(collection, retired) {
      const query = snapshot.prepare(successorQuery).pluck();
      return (query.get(collection, kindOf[collection], retired) as string | undefined) ?? null;
    },
    values(collection, facet) {
      return snapshot.terms
        .all(collection, facet)
        .map(({ value }) => value)
        .sort();
    },
    get names() {
      return snapshot.names;
    },
    itemName: (collection, id) => snapshot.itemName(collection, id),
    get textIndex() {
      return snapshot.textIndex;
    },
    range: (collection) => snapshot.range(collection),
    close: () => snapshot.database.close(),
  };
}

const countOf = ({ first, last }: Range): number => last - first + 1;

const kindOf = {
  statements: 'statement',
  renditions: 'rendition',
  claims: 'claim',
  discrepancies: 'discrepancy',
  people: 'person',
  organizations: 'organization',
  outlets: 'organization',
  places: 'place',
  topics: 'topic',
  events: 'event',
  sources: 'source',
} as const satisfies Record<Collection, string>;

/** Every collection that is served. */
export const collections = Object.keys(kindOf) as [Collection, ...Collection[]];
