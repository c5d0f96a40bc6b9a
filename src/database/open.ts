// Opens the SQLite file: read-only to serve, writable to ingest; each pragma stands beside its reason.
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { DatabaseError, explain } from './errors.ts';
import { applicationId, migrate, schemaVersion } from './migrate.ts';

export type Database = Sqlite.Database;

/** How long a writer waits for another one before it gives up, in milliseconds. */
const lockWait = 5_000;

/**
 * Opens the database to serve from: no statement can change it.
 * Throws a DatabaseError where the file is missing, is not a Summit Record database, or has another schema.
 */
export function openForReading(file: string): Database {
  if (!existsSync(file)) throw new DatabaseError(`${file}: no such database; make it with: npm run ingest`);
  return guarded(file, () => {
    const database = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: lockWait });
    return unlessItFails(database, () => {
      database.pragma('query_only = true'); // a second lock on the door
      database.pragma('mmap_size = 1073741824'); // pages come from the file cache without a copy
      database.pragma('locking_mode = EXCLUSIVE'); // a read lock for good: the file is never written again, so no look at it
      checkReadable(database, file);
    });
  });
}

function checkReadable(database: Database, file: string): void {
  const version = Number(database.pragma('user_version', { simple: true }));
  if (database.pragma('application_id', { simple: true }) !== applicationId) {
    throw new DatabaseError(`${file}: not a Summit Record database; make one with: npm run ingest`);
  }
  if (version !== schemaVersion()) {
    throw new DatabaseError(
      `${file}: has schema ${version}, this release reads ${schemaVersion()}; ` +
        (version < schemaVersion() ? 'bring it up to date with: npm run ingest' : 'use the newer release'),
    );
  }
}

/**
 * Opens (or makes) the database to load data into, with all migrations applied.
 * Throws a DatabaseError where the file is another application's, is damaged, or is of a newer schema.
 */
export function openForWriting(file: string): Database {
  return guarded(file, () => {
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    const database = new Sqlite(file, { timeout: lockWait });
    return unlessItFails(database, () => {
      migrate(database, file); // first, so that a file that is not ours stays as it is
      database.pragma('journal_mode = WAL'); // readers go on with the old data while new data is written
      database.pragma('synchronous = FULL'); // what was reported as loaded survives a power cut
      database.pragma('foreign_keys = ON');
    });
  });
}

/** Hands the database on once it is prepared; one that cannot be is closed, so that no lock is left behind. */
function unlessItFails(database: Database, prepare: () => void): Database {
  try {
    prepare();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Turns SQLite's own errors into ones that say which file and what to do. */
function guarded(file: string, open: () => Database): Database {
  try {
    return open();
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError(`${file}: ${explain(error)}`, { cause: error });
  }
}
