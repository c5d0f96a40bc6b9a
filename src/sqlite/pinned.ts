// Iterates over rows of one snapshot for as long as a reader takes, also after another snapshot has replaced it.
import { asReadError } from './errors.ts';
import { type Prepare, preparer } from './prepare.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Pins the snapshot at once and yields what the work yields; its connection stays open until the reader ends or stops. An
 * iterator that is dropped unread leaves the connection to the garbage collector, which closes it.
 */
export function readPinned<T>(
  snapshot: Snapshot,
  work: (pinned: Snapshot, prepare: Prepare) => Iterable<T>,
): Iterable<T> {
  return iterate(snapshot, work, snapshot.pin());
}

function* iterate<T>(
  snapshot: Snapshot,
  work: (pinned: Snapshot, prepare: Prepare) => Iterable<T>,
  unpin: () => void,
): Generator<T> {
  try {
    const prepare = preparer(snapshot.database); // a shared statement cannot run again while one reader iterates on it
    yield* work({ ...snapshot, prepare }, prepare);
  } catch (error) {
    throw asReadError(snapshot.database.name, error);
  } finally {
    unpin();
  }
}
