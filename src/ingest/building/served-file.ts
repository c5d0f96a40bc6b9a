// Makes the database that is served ready to be read beside a new one: checked, settled in one file, of this schema.
import { constants, copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { DatabaseError } from '../../database/errors.ts';
import { migrate, schemaOf, schemaVersion } from '../../database/migrate.ts';
import type { Database } from '../../database/open.ts';
import { checkSeal, unsealed } from '../../database/seal.ts';
import { workingFileOf } from './working-file.ts';

/** How long a server of an earlier release may take to let go, in milliseconds. */
const lockWait = 5_000;

/** Whether there is anything to read: an empty file is as good as none. */
export const isThere = (file: string): boolean => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;

/**
 * Attaches the database as `old`, to be read. Throws a DatabaseError where it is not ours, or newer, or damaged, or in use
 * by an earlier release; SQLite's own error where it cannot be read.
 */
export function attachServed(database: Database, file: string, isPrivate: boolean): void {
  const isSealed = checkSeal(file); // what is damaged must not be carried over, and sealed as if it were right
  const schema = settle(file);
  if (schema === schemaVersion() && !isSealed) throw unsealed(file);
  if (schema === schemaVersion()) attach(database, file);
  else attachMigrated(database, file, isPrivate);
}

const attach = (database: Database, file: string): void => {
  database.prepare('ATTACH ? AS old').run(path.resolve(file));
};

/**
 * Earlier releases left a log beside the file (WAL), which must not outlive the file it belongs to: it is written back.
 * Gives the number of the schema.
 */
function settle(file: string): number {
  const database = new Sqlite(file, { timeout: lockWait });
  try {
    const schema = schemaOf(database, file);
    if (database.pragma('journal_mode', { simple: true }) !== 'delete') takeLogBack(database, file);
    return schema;
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

/** A database of an earlier schema is brought up to date in a copy; its name is gone as soon as it is attached. */
function attachMigrated(database: Database, file: string, isPrivate: boolean): void {
  const folder = isPrivate ? mkdtempSync(path.join(tmpdir(), 'summit-record-')) : null;
  const copy = folder === null ? `${workingFileOf(file)}-old` : path.join(folder, 'old');
  try {
    copyFileSync(file, copy, constants.COPYFILE_FICLONE);
    const migrated = new Sqlite(copy);
    try {
      migrated.pragma('journal_mode = OFF'); // a copy that is spoilt is made anew
      migrated.pragma('synchronous = OFF');
      migrate(migrated, file);
    } finally {
      migrated.close();
    }
    attach(database, copy);
    database.prepare('SELECT count(*) FROM old.sqlite_schema').get(); // opens it, before the name goes
  } finally {
    rmSync(folder ?? copy, { recursive: true, force: true });
  }
}
