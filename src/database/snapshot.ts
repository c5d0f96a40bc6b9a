// One state of the data: a connection with what was looked up on it. What is kept stays true, for the state never changes.
import type { Collection } from '../references.ts';
import { openTextIndex, type TextIndex } from '../text-index/text-index.ts';
import { type Dataset, readDataset } from './dataset.ts';
import { DatabaseError } from './errors.ts';
import { type ItemNames, itemNamesOf } from './item-names.ts';
import { type Names, namesOf } from './names.ts';
import type { Database } from './open.ts';
import { type TermIndex, termIndexOf } from './postings/term-index.ts';
import { type Prepare, preparer } from './prepare.ts';

/** The numbers of a collection's documents, both inclusive; `last` is before `first` where there are none. */
export interface Range {
  first: number;
  last: number;
}

export interface Snapshot {
  database: Database;
  /** Null where nothing has been ingested. */
  dataset: Dataset | null;
  prepare: Prepare;
  terms: TermIndex;
  textIndex: TextIndex;
  names: Names;
  itemName: ItemNames;
  range(collection: Collection): Range;
  /** Keeps it open until the function that is given back is called. */
  hold(): () => void;
  /** Has whoever asks for it from now on refused: its file was written to. */
  spoil(): void;
  /** Throws a DatabaseError where it was spoilt. */
  demandWhole(): void;
  /** Closes it once nobody holds it any more, and not before whoever was about to has done so. */
  retire(): void;
}

/** How long after its end a state can still be begun to be read, in milliseconds. */
const grace = 1_000;

/** Takes the connection over: it is closed with the snapshot. */
export function snapshotOf(database: Database): Snapshot {
  const prepare = preparer(database);
  const ranges = new Map<Collection, Range>();
  let holders = 1;
  let isSpoilt = false;

  function release(): void {
    holders -= 1;
    if (holders === 0) database.close();
  }

  return {
    database,
    dataset: readDataset(prepare),
    prepare,
    terms: termIndexOf(prepare),
    textIndex: openTextIndex(prepare, () => lastNumber(prepare)),
    names: namesOf(prepare),
    itemName: itemNamesOf(prepare),
    range(collection) {
      const known = ranges.get(collection) ?? readRange(prepare, collection);
      ranges.set(collection, known);
      return known;
    },
    hold() {
      holders += 1;
      return release;
    },
    spoil() {
      isSpoilt = true;
    },
    demandWhole() {
      if (isSpoilt) throw new DatabaseError(`${database.name}: was written to while it was served`);
    },
    retire() {
      if (holders === 1) database.pragma('shrink_memory'); // else the pages of two states are held for as long
      setTimeout(release, grace).unref();
    },
  };
}

/** The number of the last document of any collection. */
const lastNumber = (prepare: Prepare): number =>
  prepare('SELECT max(number) FROM document').pluck().get() as number;

/** A collection is numbered without a gap, in the order of its keys. */
function readRange(prepare: Prepare, collection: Collection): Range {
  const at = (direction: 'ASC' | 'DESC'): number | undefined =>
    prepare(`SELECT number FROM document WHERE collection = ? ORDER BY sort_key ${direction} LIMIT 1`)
      .pluck()
      .get(collection) as number | undefined;
  return { first: at('ASC') ?? 1, last: at('DESC') ?? 0 };
}
