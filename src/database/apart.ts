// Reads on a connection and a state of the data of its own, for answers that take as long as their reader.
import { type Dataset, readDataset } from './dataset.ts';
import { type Database, openForReading } from './open.ts';
import { type Prepare, preparer } from './prepare.ts';

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
  work: (prepare: Prepare) => Iterable<T>,
): Iterable<T> {
  const database = openForReading(file);
  const prepare = preparer(database);
  database.exec('BEGIN');
  if (JSON.stringify(readDataset(prepare)) === JSON.stringify(seen)) return closing(database, work(prepare));
  database.close();
  throw new Replaced();
}

function* closing<T>(database: Database, found: Iterable<T>): Generator<T> {
  try {
    yield* found;
  } finally {
    database.close();
  }
}
