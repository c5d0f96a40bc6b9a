// Reads on a connection and a state of the data of its own, for answers that take as long as their reader.
import type { Dataset } from './dataset.ts';
import { openForReading } from './open.ts';
import { type Snapshot, snapshotOf } from './snapshot.ts';

/** Says that a new state of the data was committed before the second connection came to see it. */
export class Replaced extends Error {
  override name = 'Replaced';
}

/**
 * Gives what the work yields; the connection is closed where the reader stops. It is opened at once and stays at the
 * state that was seen on another one. Throws Replaced where that is not the newest any more.
 */
export function apart<T>(
  file: string,
  seen: Dataset | null,
  work: (snapshot: Snapshot) => Iterable<T>,
): Iterable<T> {
  const snapshot = snapshotOf(openForReading(file));
  if (JSON.stringify(snapshot.dataset) === JSON.stringify(seen)) return closing(snapshot, work(snapshot));
  snapshot.close();
  throw new Replaced();
}

function* closing<T>(snapshot: Snapshot, found: Iterable<T>): Generator<T> {
  try {
    yield* found;
  } finally {
    snapshot.close();
  }
}
