// Opens the served database for reading while a new one is built: checked, and in one file without a log.
import { statSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { schemaOf, schemaVersion } from '../../sqlite/migrate.ts';
import { assertNotTruncated, type Database } from '../../sqlite/open.ts';
import { DatabaseError } from '../../store/errors.ts';

/** How long a server of an earlier release may take to let go, in milliseconds. */
const lockWait = 5_000;

/** Whether there is anything to read: an empty file is as good as none. */
export const isThere = (file: string): boolean => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;

/** What became of the database: attached, or of an earlier schema, with the files its records came from. */
export type Served = { isAttached: true } | { isAttached: false; origins: string[] };

/**
 * Attaches the database as `old`, to be read, if it has this release's schema. Throws a DatabaseError where it is not
 * ours, or newer, or damaged, or in use by an earlier release; SQLite's own error where it cannot be read.
 */
export function attachServed(database: Database, file: string): Served {
  const origins = settle(file);
  if (origins !== null) return { isAttached: false, origins };
  database.prepare('ATTACH ? AS old').run(path.resolve(file));
  return { isAttached: true };
}

/**
 * Earlier releases left a log beside the file (WAL), which must not outlive the file it belongs to: it is written back.
 * Gives the origins of the records where the schema is an earlier one, null where it is this release's.
 */
function settle(file: string): string[] | null {
  const database = new Sqlite(file, { timeout: lockWait });
  try {
    const schema = schemaOf(database, file);
    assertNotTruncated(database, file);
    if (database.pragma('journal_mode', { simple: true }) !== 'delete') takeLogBack(database, file);
    if (schema === schemaVersion()) return null;
    return database.prepare('SELECT DISTINCT origin FROM record ORDER BY origin').pluck().all() as string[];
  } finally {
    database.close();
  }
}

function takeLogBack(database: Database, file: string): void {
  try {
    database.pragma('journal_mode = DELETE');
  } catch (error) {
    const message = `${file}: the log of an earlier release cannot be written back to it (${error})`;
    throw new DatabaseError(`${message}; stop what uses it, and run the command again`, { cause: error });
  }
}
