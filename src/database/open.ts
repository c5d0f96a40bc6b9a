// Opens the SQLite file: read-only to serve, writable to ingest; each pragma stands beside its reason.
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { applicationId, migrate, schemaVersion } from './migrate.ts';

export type Database = Sqlite.Database;

/** Says what is wrong with a database file and what to do about it. */
export class DatabaseError extends Error {
  override name = 'DatabaseError';
}

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
    database.pragma('query_only = true'); // a second lock on the door
    database.pragma('mmap_size = 1073741824'); // pages come from the file cache without a copy
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
    return database;
  });
}

/**
 * Opens (or makes) the database to load data into, with all migrations applied.
 * Throws a DatabaseError where the file is another application's, is damaged, or is of a newer schema.
 */
export function openForWriting(file: string): Database {
  return guarded(file, () => {
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    const database = new Sqlite(file, { timeout: lockWait });
    database.pragma('journal_mode = WAL'); // readers go on with the old data while new data is written
    database.pragma('synchronous = FULL'); // what was reported as loaded survives a power cut
    migrate(database, file);
    database.pragma('foreign_keys = ON');
    return database;
  });
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

/** A way out for each way in which SQLite or the file system refuses. */
export function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const found = wayOut.find(([start]) => code.startsWith(start));
  return found ? found[1] : String(error instanceof Error ? error.message : error);
}

const wayOut = [
  ['SQLITE_NOTADB', 'not a SQLite database; move it away, or name another file in DATABASE'],
  ['SQLITE_CORRUPT', 'the database is damaged; restore a backup, or delete it and run: npm run ingest'],
  ['SQLITE_BUSY', 'another ingest is writing to it; wait until it has finished and try again'],
  ['SQLITE_READONLY', 'it cannot be written to; check the permissions of the file and of its folder'],
  ['SQLITE_CANTOPEN', 'it cannot be opened; check the path and the permissions of its folder'],
  ['SQLITE_FULL', 'the disk is full; free some space and run the command again'],
  ['SQLITE_IOERR', 'the disk could not be written to or read; check its space and health, then try again'],
  ['EACCES', 'no permission to make its folder'],
  ['EROFS', 'the file system is read-only'],
  ['ENOTDIR', 'a part of its path is a file, not a folder'],
  ['EEXIST', 'a part of its path is a file, not a folder'],
] as const;
