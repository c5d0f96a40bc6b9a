// One state of the data: a connection with what was looked up on it. What is kept stays true, for the state never changes.
import type { Collection } from '../references.ts';
import { type Dataset, readDataset } from './dataset.ts';
import { type Names, namesOf } from './names.ts';
import type { Database } from './open.ts';
import { type Terms, termsOf } from './postings/reader.ts';
import { type Prepare, preparer } from './prepare.ts';
import { type Words, wordsOf } from './words/reader.ts';

/** The numbers of a collection's documents, both inclusive; `last` is before `first` where there are none. */
export interface Range {
  first: number;
  last: number;
}

export interface Snapshot {
  /** Null where nothing has been ingested. */
  dataset: Dataset | null;
  prepare: Prepare;
  terms: Terms;
  words: Words;
  names: Names;
  range(collection: Collection): Range;
  close(): void;
}

/** Takes the connection over: closing the snapshot closes it. */
export function snapshotOf(database: Database): Snapshot {
  const prepare = preparer(database);
  const ranges = new Map<Collection, Range>();
  return {
    dataset: readDataset(prepare),
    prepare,
    terms: termsOf(prepare),
    words: wordsOf(prepare),
    names: namesOf(prepare),
    range(collection) {
      const known = ranges.get(collection) ?? readRange(prepare, collection);
      ranges.set(collection, known);
      return known;
    },
    close: () => database.close(),
  };
}

/** A collection is numbered without a gap, in the order of its keys. */
function readRange(prepare: Prepare, collection: Collection): Range {
  const at = (direction: 'ASC' | 'DESC'): number | undefined =>
    prepare(`SELECT number FROM document WHERE collection = ? ORDER BY sort_key ${direction} LIMIT 1`)
      .pluck()
      .get(collection) as number | undefined;
  return { first: at('ASC') ?? 1, last: at('DESC') ?? 0 };
}
