// The dataset's version: one hash over every record, so that the same content has the same version.
import { createHash } from 'node:crypto';
import type { Database } from '../sqlite/open.ts';

/** Sixteen hexadecimal digits: 64 bits tell any number of datasets apart, and still fit in a log line. */
const versionLength = 16;

/** The version that the database was last given; null before the first ingest. */
export function storedVersion(database: Database): string | null {
  return (database.prepare('SELECT version FROM dataset').pluck().get() as string | undefined) ?? null;
}

/** The code that derived the answers which the database holds; undefined before the first ingest. */
export function storedDerivation(database: Database): string | undefined {
  return database.prepare('SELECT derivation FROM dataset').pluck().get() as string | undefined;
}

/** The version of what the database holds now: of the records alone, whatever they were read from or are told by. */
export function contentVersion(database: Database): string {
  const hash = createHash('sha256');
  const rows = database.prepare('SELECT kind, id, digest FROM record ORDER BY kind, id').raw().iterate();
  for (const [kind, id, digest] of rows as Iterable<[string, string, Buffer]>) {
    hash.update(`${kind}/${id}\n`).update(digest);
  }
  return hash.digest('hex').slice(0, versionLength);
}

/** Writes the version, the code that derived the answers, and, for a new version, the time of its state: it rises, whatever the clock does. */
export function storeVersion(database: Database, version: string, derivation: string, at: string): void {
  database
    .prepare(
      `INSERT INTO dataset (singleton, version, derivation, ingested_at) VALUES (1, ?, ?, ?)
       ON CONFLICT (singleton) DO UPDATE SET
         ingested_at = iif(version = excluded.version, ingested_at, excluded.ingested_at),
         version = excluded.version, derivation = excluded.derivation`,
    )
    .run(version, derivation, at);
}
