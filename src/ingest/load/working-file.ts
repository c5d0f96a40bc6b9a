// The file that an ingest builds beside the database. SQLite's own lock on it says that an ingest is under way.
import { mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import type { Database } from '../../sqlite/open.ts';

/** How long an ingest waits for another one before it gives up, and how often it looks, in milliseconds. */
const lockWait = 5_000;
const lookInterval = 50;

/** Pages of 8 KiB hold most answers whole. */
const pageSize = 8192;

/** Where the next state of a database is built. */
export const workingFileOf = (file: string): string => `${file}.next`;

/** The lock goes with the process, however it ends; so does a claim to the name. */
export interface WorkingFile {
  database: Database;
  /** Whether the name still stands for the file that is locked. */
  isInPlace(): boolean;
}

/**
 * Takes the working file of a database, alone and empty; what a killed ingest left there is removed. Throws SQLite's
 * error where another ingest has it for longer than one waits, or where it cannot be made, and the signal's reason.
 */
export async function takeWorkingFile(file: string, signal?: AbortSignal): Promise<WorkingFile> {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  const name = workingFileOf(file);
  const end = performance.now() + lockWait;
  for (;;) {
    try {
      const taken = take(name);
      if (taken !== null) return taken;
    } catch (error) {
      if (!isContention(error) || performance.now() > end) throw error;
      await wait(lookInterval);
    }
    signal?.throwIfAborted();
  }
}

/** Locked by another ingest, or published by it between our opening and our locking. */
const isContention = (error: unknown): boolean =>
  error instanceof Sqlite.SqliteError && /^SQLITE_(BUSY|READONLY_DBMOVED)/.test(error.code);

/** Null where a leftover had to be removed first. */
function take(name: string): WorkingFile | null {
  const database = new Sqlite(name, { timeout: 0 });
  try {
    database.pragma('main.locking_mode = EXCLUSIVE'); // kept until it is closed, over all transactions
    database.pragma(`page_size = ${pageSize}`);
    // Before the first write SQLite looks whether the file was renamed or removed since it was opened. Only who
    // holds the lock does either, so from then on the name is ours.
    database.exec('BEGIN EXCLUSIVE; PRAGMA main.user_version = 0; ROLLBACK');
    const { ino, size } = statSync(name);
    if (size === 0) return { database, isInPlace: () => statSync(name).ino === ino };
    removeFile(name);
    database.close();
    return null;
  } catch (error) {
    database.close();
    if (!isSpoilt(error)) throw error;
    removeFile(name);
    return null;
  }
}

/** Only a power cut leaves a file like that, and then nobody is at work on it. */
const isSpoilt = (error: unknown): boolean =>
  error instanceof Sqlite.SqliteError && /^SQLITE_(NOTADB|CORRUPT)/.test(error.code);

/** Removes a working file with what SQLite keeps beside it; for who holds its lock. */
export function removeFile(name: string): void {
  for (const each of [`${name}-journal`, name]) rmSync(each, { force: true });
}
