// The version of the dataset: one hash of all records, so that the same content has the same version.
import { createHash } from 'node:crypto';
import type { Database } from '../../sqlite/open.ts';
import type { DatasetLanguages } from '../../store/languages.ts';

/** Sixteen hexadecimal digits: 64 bits tell any number of datasets apart, and still fit in a log line. */
const versionLength = 16;

/** The content of a dataset, and the code that made its documents. */
export interface DatasetState {
  version: string;
  derivation: string;
}

/** The dataset of the old database; null before the first ingest. */
export const readOldDataset = (database: Database): DatasetState | null =>
  (database.prepare('SELECT version, derivation FROM old.dataset').get() as DatasetState | undefined) ?? null;

/**
 * The version of the records in the new database. It does not depend on the files they were read from. By the `+` rows are read
 * in the order of the file, and sorted: in the order of the index they lie all over the file.
 */
export function contentVersion(database: Database): string {
  const hash = createHash('sha256');
  const rows = database
    .prepare('SELECT kind, id, digest FROM main.record ORDER BY +kind, id')
    .raw()
    .iterate() as Iterable<[kind: string, id: string, digest: Buffer]>;
  for (const [kind, id, digest] of rows) hash.update(`${kind}/${id}\n`).update(digest);
  return hash.digest('hex').slice(0, versionLength);
}

/** Writes the state of the dataset. The time stays as it is where the version does. */
export function storeDataset(
  database: Database,
  { version, derivation }: DatasetState,
  languages: DatasetLanguages,
  at: string,
): void {
  database
    .prepare(
      `INSERT INTO main.dataset (singleton, version, derivation, languages, ingested_at) VALUES (1, ?, ?, ?, ?)
       ON CONFLICT (singleton) DO UPDATE SET
         ingested_at = iif(version = excluded.version, ingested_at, excluded.ingested_at),
         version = excluded.version, derivation = excluded.derivation, languages = excluded.languages`,
    )
    .run(version, derivation, JSON.stringify(languages), at);
}
