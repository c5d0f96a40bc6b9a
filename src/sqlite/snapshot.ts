// One state of the data: a connection with what was looked up on it. Nothing cached here can become stale, for the file never changes.
import type { Level, Source } from '../combining/source.ts';
import type { DocIdRange } from '../doc-ids/doc-id-set.ts';
import type { Collection } from '../records/kinds.ts';
import type { Dataset } from '../store/store.ts';
import { indexReader } from '../text-index/index-reader.ts';
import { openTextIndex } from '../text-index/text-index.ts';
import { additionsOf } from './additions.ts';
import { readDataset } from './dataset.ts';
import { type DocumentCache, documentCacheOf } from './document-cache.ts';
import { momentsBetween, numbersOf, readStatementNumbers, renditionsOf } from './documents.ts';
import { asDatabaseError } from './errors.ts';
import { type ItemNames, itemNamesOf } from './item-names.ts';
import { type Names, namesOf } from './names.ts';
import type { Database } from './open.ts';
import { type FacetColumns, facetColumnsOf } from './postings/columns.ts';
import { termIndexOf } from './postings/term-index.ts';
import { type Prepare, preparer } from './prepare.ts';

export interface Snapshot extends Source {
  database: Database;
  /** Null where nothing has been ingested. */
  dataset: Dataset | null;
  prepare: Prepare;
  documents: DocumentCache;
  names: Names;
  itemName: ItemNames;
  columns: FacetColumns;
  /** Keeps the connection open until the returned function is called. */
  pin(): () => void;
  /** Ends the use by the store: closes the connection as soon as nothing pins it. */
  release(): void;
}

/** Takes the connection over. Throws a DatabaseError, and closes it, if SQLite cannot read it. */
export function snapshotOf(database: Database, maxKeptBytes?: number): Snapshot {
  try {
    return read(database, maxKeptBytes);
  } catch (error) {
    database.close();
    throw asDatabaseError(database.name, error);
  }
}

function read(database: Database, maxKeptBytes?: number): Snapshot {
  const prepare = preparer(database);
  const ranges = new Map<Collection, DocIdRange>();
  const additions = new Map<Collection, readonly Level[]>();
  let statementNumbers: Uint32Array | null = null;
  let users = 1; // the store

  function release(): void {
    users -= 1;
    if (users === 0) database.close();
  }

  function range(collection: Collection): DocIdRange {
    const known = ranges.get(collection) ?? readRange(prepare, collection);
    ranges.set(collection, known);
    return known;
  }

  return {
    database,
    dataset: readDataset(prepare),
    prepare,
    terms: termIndexOf(prepare),
    textIndex: openTextIndex(indexReader(prepare), () => lastNumber(prepare)),
    documents: documentCacheOf(prepare, maxKeptBytes),
    names: namesOf(prepare),
    itemName: itemNamesOf(prepare),
    columns: facetColumnsOf(prepare, range),
    range,
    additions(collection) {
      const known = additions.get(collection) ?? additionsOf(prepare, collection, range(collection));
      additions.set(collection, known);
      return known;
    },
    momentsBetween: (collection, from, to) => momentsBetween(prepare, collection, from, to),
    listed: (collection, facet, values) =>
      facet === 'id' ? numbersOf(prepare, collection, values) : renditionsOf(prepare, values),
    statementNumbers() {
      statementNumbers ??= readStatementNumbers(prepare);
      return statementNumbers;
    },
    pin() {
      users += 1;
      return release;
    },
    release,
  };
}

/** The number of the last document of any collection. */
const lastNumber = (prepare: Prepare): number =>
  prepare('SELECT max(number) FROM document').pluck().get() as number;

/** A collection is numbered without a gap, in the order of its keys. */
function readRange(prepare: Prepare, collection: Collection): DocIdRange {
  const at = (direction: 'ASC' | 'DESC'): number | undefined =>
    prepare(`SELECT number FROM document WHERE collection = ? ORDER BY sort_key ${direction} LIMIT 1`)
      .pluck()
      .get(collection) as number | undefined;
  return { first: at('ASC') ?? 1, last: at('DESC') ?? 0 };
}
