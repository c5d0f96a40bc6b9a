// Opens the SQLite file to serve from, each pragma beside its reason; makes an empty database where none is at hand.
import { existsSync, statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { DatabaseError } from '../store/errors.ts';
import { asDatabaseError, damaged } from './errors.ts';
import { applicationId, migrate, schemaVersion } from './migrate.ts';

export type Database = Sqlite.Database;

/**
 * Opens the database to serve from: no statement can change it. Throws a DatabaseError if the file is missing, is not a
 * Summit Record database, has another schema, or is shorter than its header says.
 */
export function openForReading(file: string): Database {
  if (!existsSync(file)) throw new DatabaseError(`${file}: no such database; make it with: npm run ingest`);
  assertIsFile(file);
  let database: Database | undefined;
  try {
    database = new Sqlite(file, { readonly: true, fileMustExist: true });
    database.pragma('query_only = true'); // a second lock on the door
    database.pragma('mmap_size = 0'); // reading behind the end of a truncated file is an error; with a memory map it kills the process
    database.pragma('cache_size = -8000'); // KiB in each thread: keeps the inner pages of large indexes in memory; the system caches all others
    database.pragma('temp_store = MEMORY'); // a server needs no folder for temporary files, which may be missing or full; what it sorts is small
    checkReadable(database, file);
    assertNotTruncated(database, file);
    database.pragma('locking_mode = EXCLUSIVE'); // keeps the read lock: the file never changes, so no transaction has to look
    return database;
  } catch (error) {
    database?.close(); // releases the lock
    throw asDatabaseError(file, error);
  }
}

/**
 * Throws a DatabaseError if the path leads to a folder, of which SQLite only says that it cannot be opened; or to a device, a pipe or
 * a socket, which a new database must not replace.
 */
export function assertIsFile(file: string): void {
  const stats = statSync(file);
  if (stats.isFile()) return;
  const found = stats.isDirectory() ? 'a folder, not a file' : 'not a regular file';
  throw new DatabaseError(`${file}: ${found}; name a file in DATABASE`);
}

/** Throws a DatabaseError if the file is shorter than its header says; SQLite would read missing bytes of the last page as zeros. */
export function assertNotTruncated(database: Database, file: string): void {
  const pages = Number(database.pragma('page_count', { simple: true }));
  const pageSize = Number(database.pragma('page_size', { simple: true }));
  if (statSync(file).size < pages * pageSize) throw new DatabaseError(`${file}: ${damaged}`);
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

/** A database in memory that holds nothing, of the newest schema. */
export function emptyDatabase(): Database {
  const database = new Sqlite(':memory:');
  migrate(database);
  return database;
}
