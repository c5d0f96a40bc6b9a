// The dataset's version: one hash over every record, so that the same content has the same version.
import { createHash } from 'node:crypto';
import { schemaVersion } from '../database/migrate.ts';
import type { Database } from '../database/open.ts';

/** Sixteen hexadecimal digits: 64 bits tell any number of datasets apart, and still fit in a log line. */
const versionLength = 16;

/** The version that the database was last given; null before the first ingest. */
export function storedVersion(database: Database): string | null {
  return (database.prepare('SELECT version FROM dataset').pluck().get() as string | undefined) ?? null;
}

/**
 * The version of what the database holds now. The number of its schema is a part of it, because answers are derived
 * under the schema: a migrated database is derived anew and its answers get new ETags.
 */
export function contentVersion(database: Database): string {
  const hash = createHash('sha256').update(`schema ${schemaVersion()}\n`);
  const rows = database.prepare('SELECT kind, id, digest FROM record ORDER BY kind, id').raw().iterate();
  for (const [kind, id, digest] of rows as Iterable<[string, string, Buffer]>) {
    hash.update(`${kind}/${id}\n`).update(digest);
  }
  return hash.digest('hex').slice(0, versionLength);
}

/** Writes the version and the time of this ingest. */
export function storeVersion(database: Database, version: string): void {
  database
    .prepare(
      `INSERT INTO dataset (singleton, version, ingested_at) VALUES (1, ?, ?)
       ON CONFLICT (singleton) DO UPDATE SET version = excluded.version, ingested_at = excluded.ingested_at`,
    )
    .run(version, new Date().toISOString());
}
