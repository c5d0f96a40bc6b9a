// Iterates over rows of one snapshot for as long as a reader takes, also after another snapshot has replaced it.
import { batchSize } from '../combining/pages.ts';
import { asReadError } from './errors.ts';
import { preparer } from './prepare.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Pins the snapshot at once and yields what the work yields; its connection stays open until the reader ends or stops. An
 * iterator that is dropped unread leaves the connection to the garbage collector, which closes it.
 */
export function readPinned<T>(snapshot: Snapshot, work: (pinned: Snapshot) => Iterable<T>): Iterable<T> {
  return iterate(snapshot, work, snapshot.pin());
}

function* iterate<T>(
  snapshot: Snapshot,
  work: (pinned: Snapshot) => Iterable<T>,
  unpin: () => void,
): Generator<T> {
  try {
    const prepare = preparer(snapshot.database); // a shared statement cannot run again while one reader iterates on it
    yield* work({ ...snapshot, prepare });
  } catch (error) {
    throw asReadError(snapshot.database.name, error);
  } finally {
    unpin();
  }
}

/** The same in batches. */
export function batchesOf<T>(snapshot: Snapshot, work: (pinned: Snapshot) => Iterable<T>): Iterable<T[]> {
  return readPinned(snapshot, (pinned) => grouped(work(pinned)));
}

function* grouped<T>(rows: Iterable<T>): Generator<T[]> {
  let batch: T[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
