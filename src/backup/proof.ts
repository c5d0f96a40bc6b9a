// Proves a copy of a database: sound as SQLite sees it, and with the content that its version stands for.
import Sqlite from 'better-sqlite3';
import { DatabaseError } from '../database/errors.ts';
import type { Database } from '../database/open.ts';
import { contentVersion, storedVersion } from '../ingest/version.ts';

/** Throws a DatabaseError that says what is wrong with a copy that should hold this version; null where it holds nothing yet. */
export function prove(copy: string, source: string, version: string | null): void {
  const database = new Sqlite(copy, { readonly: true, fileMustExist: true });
  try {
    const fault = faultOf(database, version);
    if (fault === null) return;
    throw new DatabaseError(
      `${source}: the copy is not sound (${fault}), so the database may be damaged; ` +
        'restore an older backup, or delete it and run: npm run ingest',
    );
  } finally {
    database.close();
  }
}

function faultOf(database: Database, version: string | null): string | null {
  const [found] = database.pragma('integrity_check(1)') as [{ integrity_check: string }];
  if (found.integrity_check !== 'ok') return `integrity_check: ${found.integrity_check}`;
  const [broken] = database.pragma('foreign_key_check') as { table: string }[];
  if (broken) return `foreign_key_check: a row of ${broken.table} refers to nothing`;
  const content = version === null ? null : contentVersion(database);
  if (storedVersion(database) !== version || content !== version) {
    return `it says that it is version ${storedVersion(database)}, and its records are ${content}`;
  }
  return null;
}
