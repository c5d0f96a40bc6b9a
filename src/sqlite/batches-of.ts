// Groups rows into batches, read from a snapshot that stays open until the reader ends.
import { batchSize } from '../combining/pages.ts';
import { readPinned } from './pinned.ts';
import type { Snapshot } from './snapshot.ts';

/** The rows that the work yields, in batches. */
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
