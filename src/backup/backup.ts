// Copies the database while it is served, and gives the copy its name only once it is proven.
import { chmodSync, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { DatabaseError, explain } from '../database/errors.ts';
import { schemaOf, schemaVersion } from '../database/migrate.ts';
import type { Database } from '../database/open.ts';
import { checkSeal, sealFile, unsealed } from '../database/seal.ts';
import { storedVersion } from '../ingest/version.ts';
import { partialOf, publish, removeLeftovers, removePartial } from './partial-file.ts';
import { prove } from './proof.ts';
import { checkTarget, targetError } from './target.ts';

export interface BackupOptions {
  /** Path of the database. */
  source: string;
  /** Path of the copy. */
  target: string;
  /** Whether a file that has the name may be replaced. */
  mayReplace: boolean;
  signal: AbortSignal;
}

/** What was copied: the version of the dataset (null where nothing was ingested yet), and how many bytes. */
export interface Backup {
  version: string | null;
  bytes: number;
}

/** Pages that are copied between two looks at the signal. */
const step = 2_000;

/**
 * Copies and proves. Throws a DatabaseError that says what is in the way, and the signal's reason; then no copy is there.
 * An ingest may run meanwhile: it never writes into the file that is copied.
 */
export async function backUp({ source, target, mayReplace, signal }: BackupOptions): Promise<Backup> {
  const database = openSource(source);
  try {
    const demandPlace = (): void => checkTarget(target, source, mayReplace);
    demandPlace();
    const isSealed = isSealedWhole(database);
    const version = storedVersion(database);
    const bytes = await copyTo({
      target: path.resolve(target),
      database,
      version,
      isSealed,
      demandPlace,
      signal,
    }).catch((error: unknown) => {
      throw error === signal.reason ? error : targetError(target, error);
    });
    return { version, bytes };
  } finally {
    database.close();
  }
}

/** Throws a DatabaseError where a byte is not what was sealed. Databases of older schemas have no seal. */
function isSealedWhole(database: Database): boolean {
  const file = database.name;
  if (checkSeal(file)) return true;
  if (schemaOf(database, file) === schemaVersion()) throw unsealed(file);
  return false;
}

interface Copying {
  target: string;
  database: Database;
  version: string | null;
  /** Whether the database is sealed, and its copy therefore, too. */
  isSealed: boolean;
  /** Throws where the target must not be written. */
  demandPlace(): void;
  signal: AbortSignal;
}

/** Gives the size of the copy. Looks for its place once more when it is done, for that takes a while. */
async function copyTo({
  target,
  database,
  version,
  isSealed,
  demandPlace,
  signal,
}: Copying): Promise<number> {
  const partial = partialOf(target);
  try {
    removeLeftovers(target);
    await copy(database, partial, signal);
    prove(partial, database.name, version);
    if (isSealed) sealFile(partial);
    await setImmediate(); // lets signals in that came meanwhile
    signal.throwIfAborted();
    chmodSync(partial, statSync(database.name).mode);
    demandPlace();
    publish(partial, target);
    return statSync(target).size;
  } finally {
    removePartial(partial);
  }
}

/** Any schema up to this release's can be copied: before an upgrade is when a backup is wanted. */
function openSource(file: string): Database {
  if (!existsSync(file))
    throw new DatabaseError(`${file}: no such database; name the one to copy in DATABASE`);
  let database: Database | undefined;
  try {
    database = new Sqlite(file, { readonly: true, fileMustExist: true });
    if (schemaOf(database, file) > 0) return database;
    throw new DatabaseError(`${file}: is empty; there is nothing to copy`);
  } catch (error) {
    database?.close();
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError(`${file}: ${explain(error)}`, { cause: error });
  }
}

async function copy(database: Database, partial: string, signal: AbortSignal): Promise<void> {
  await database.backup(partial, {
    progress: () => {
      signal.throwIfAborted();
      return step;
    },
  });
}
