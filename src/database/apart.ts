// Reads one state of the data for as long as a reader takes, whatever takes its place meanwhile.
import { type Prepare, preparer } from './prepare.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Gives what the work yields. It has prepared statements of its own, since one that is read bit by bit is of no use to
 * others; the snapshot is held from the first step until the reader stops, and looked after at each: `look` takes note of
 * what became of its file. Throws a DatabaseError where that was written to.
 */
export function* apart<T>(
  snapshot: Snapshot,
  look: () => void,
  work: (snapshot: Snapshot, prepare: Prepare) => Iterable<T>,
): Generator<T> {
  const release = snapshot.hold();
  try {
    const prepare = preparer(snapshot.database);
    for (const each of work({ ...snapshot, prepare }, prepare)) {
      look();
      snapshot.demandWhole();
      yield each;
    }
  } finally {
    release();
  }
}
