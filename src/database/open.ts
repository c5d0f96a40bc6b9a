// Opens the SQLite file to serve from, each pragma beside its reason; makes an empty database where none is at hand.
import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { DatabaseError, explain } from './errors.ts';
import { applicationId, migrate, schemaVersion } from './migrate.ts';
import { checkSeal, unsealed } from './seal.ts';

export type Database = Sqlite.Database;

/** How long a reader waits for an earlier release that is writing, in milliseconds. */
const lockWait = 5_000;

/**
 * Opens the database to serve from: no statement can change it. All its bytes are compared with its seal first, unless
 * somebody else does that. Throws a DatabaseError where the file is missing, is not a Summit Record database, has
 * another schema, or is damaged.
 */
export function openForReading(file: string, { isChecked = false } = {}): Database {
  if (!existsSync(file)) throw new DatabaseError(`${file}: no such database; make it with: npm run ingest`);
  return guarded(file, () => {
    const isSealed = isChecked || checkSeal(file);
    const database = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: lockWait });
    return unlessItFails(database, () => {
      database.pragma('query_only = true'); // a second lock on the door
      database.pragma('mmap_size = 0'); // a file that is cut short is an error to a read, but death to who has it mapped
      database.pragma('cache_size = -32000'); // KiB: what leads to documents stays at hand where the file is larger than that
      checkReadable(database, file); // before the lock, which a file that an earlier release left with a log refuses
      if (!isSealed) throw unsealed(file);
      database.pragma('locking_mode = EXCLUSIVE'); // a read lock for good: the file is never written again, so no look at it
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

/** A database in memory that holds nothing, of the newest schema. */
export function emptyDatabase(): Database {
  const database = new Sqlite(':memory:');
  migrate(database);
  return database;
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
