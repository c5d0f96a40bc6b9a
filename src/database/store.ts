// What the server asks of the database: pages, single documents, names, and the state of the dataset.
import type { Collection } from '../references.ts';
import { apart, Replaced } from './apart.ts';
import { type Dataset, readDataset } from './dataset.ts';
import { countFacet, countPairs, type FacetCount, type PairCount } from './facets.ts';
import { type Names, namesOf } from './names.ts';
import type { Database } from './open.ts';
import type { Page, Plan, Selection } from './plan.ts';
import { type Prepare, preparer } from './prepare.ts';
import { selectAll, selectPage } from './select.ts';

export interface Store {
  /** Path of the database. */
  file: string;
  /** Runs all reads of one answer on one and the same state of the data; again where that is replaced meanwhile. */
  read<T>(work: () => T): T;
  /** Null where nothing has been ingested. */
  dataset(): Dataset | null;
  /** Number of documents of each collection. */
  counts(): Record<Collection, number>;
  page(plan: Plan): Page;
  /** Every document, for as long as the caller reads. */
  all(plan: Plan): Iterable<Buffer>;
  /**
   * Whatever the work yields, for as long as the caller reads: on a connection of its own, which stays at the state
   * that `read` sees and is given up when the caller stops.
   */
  apart<T>(work: (prepare: Prepare) => Iterable<T>): Iterable<T>;
  /** All values of a facet among the documents of a selection, most frequent first. */
  countFacet(selection: Selection, facet: string): FacetCount[];
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
  names: Names;
}

/** An outlet can have become an organization that is none: then nothing of the collection took its place. */
const successorQuery = `
  SELECT successor FROM retired_id JOIN document ON collection = ? AND document.id = successor
  WHERE kind = ? AND retired = ?`;

/** Wraps a database that was opened for reading. */
export function storeOf(database: Database): Store {
  const prepare = preparer(database);
  const transaction = database.transaction((work: () => void) => work());
  return {
    file: database.name,
    read<T>(work: () => T): T {
      let result!: T; // kept outside: a reply is thenable, and a transaction that gives one back is undone
      for (;;) {
        try {
          transaction(() => {
            result = work();
          });
          return result;
        } catch (error) {
          if (!(error instanceof Replaced)) throw error;
        }
      }
    },
    dataset: () => readDataset(prepare),
    counts() {
      const rows = prepare('SELECT collection, count(*) FROM document GROUP BY collection').raw().all();
      return { ...noDocuments, ...Object.fromEntries(rows as [Collection, number][]) };
    },
    prepare,
    page: (plan) => selectPage(prepare, plan),
    all: (plan) => apart(database.name, readDataset(prepare), (other) => selectAll(other, plan)),
    apart: (work) => apart(database.name, readDataset(prepare), work),
    countFacet: (selection, facet) => countFacet(prepare, selection, facet),
    countPairs: (selection, facets) => countPairs(prepare, selection, facets),
    document(collection, id) {
      const query = prepare('SELECT body FROM document WHERE collection = ? AND id = ?').pluck();
      return (query.get(collection, id) as Buffer | undefined) ?? null;
    },
    successor(collection, retired) {
      const query = prepare(successorQuery).pluck();
      return (query.get(collection, kindOf[collection], retired) as string | undefined) ?? null;
    },
    values(collection, facet) {
      const query = prepare(
        'SELECT value FROM term WHERE collection = ? AND facet = ? ORDER BY value',
      ).pluck();
      return query.all(collection, facet) as string[];
    },
    names: namesOf(database),
  };
}

const kindOf = {
  people: 'person',
  organizations: 'organization',
  outlets: 'organization',
  places: 'place',
  topics: 'topic',
  events: 'event',
  sources: 'source',
  statements: 'statement',
  renditions: 'rendition',
  claims: 'claim',
  discrepancies: 'discrepancy',
} as const satisfies Record<Collection, string>;

const noDocuments = {
  statements: 0,
  renditions: 0,
  claims: 0,
  discrepancies: 0,
  people: 0,
  organizations: 0,
  outlets: 0,
  places: 0,
  topics: 0,
  events: 0,
  sources: 0,
} as const satisfies Record<Collection, number>;

/** Every collection that is served. */
export const collections = Object.keys(noDocuments) as [Collection, ...Collection[]];
