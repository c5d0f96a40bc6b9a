// Follows the database file while it is served: opens the file that replaced it, and reports one that cannot be served.
import { type BigIntStats, statSync } from 'node:fs';
import { DatabaseError } from '../store/errors.ts';
import type { Dataset, Trouble } from '../store/store.ts';
import { openForReading } from './open.ts';
import { type Snapshot, snapshotOf } from './snapshot.ts';

/** Why the file, as it is now, cannot be served. */
export interface FileTrouble extends Trouble {
  /** True if the served file itself was overwritten: nothing may be read from its connection until another file is opened. */
  isOverwritten: boolean;
}

export interface Reload {
  /** Opens the file if it was replaced or changed since the last call; null if there is nothing new to serve. */
  next(): Snapshot | null;
  /** Null while the served file is in its place. */
  trouble(): FileTrouble | null;
}

/** Time between attempts to open a file that could not be opened, in milliseconds: the cause may lie outside of it. */
const retryMs = 1_000;

const details = {
  gone: 'the file of the database is gone or out of reach; answers are of the data that it held',
  refused:
    'another file has taken the place of the database, and cannot be read; answers are of the data before it',
  overwritten: 'the database is damaged, and nothing is answered from it until it is whole again',
};

/**
 * Follows the file; call it before the file is first opened. `onTrouble` is called when trouble begins, changes, or ends
 * (null), `onOpen` when another file is opened. The file is looked at once in each turn of the event loop: all requests of a turn
 * arrived before the first of them looked, so that none misses a file that its client knows of. `maxKeptBytes` is the size of the
 * largest file whose documents are kept in memory, in bytes.
 */
export function reloadOf(
  file: string,
  onTrouble: (trouble: Trouble | null) => void,
  onOpen: (dataset: Dataset | null) => void = () => undefined,
  maxKeptBytes?: number,
): Reload {
  let served = look(file);
  let seen = served;
  let trouble: FileTrouble | null = null;
  let retryAt = 0;
  let isOverwritten = false;
  let isFresh = false;

  function open(found: BigIntStats | undefined): Snapshot | Error {
    if (!found) return goneError(file);
    try {
      return snapshotOf(openForReading(file), maxKeptBytes);
    } catch (error) {
      isOverwritten ||= found.dev === served?.dev && found.ino === served.ino;
      return error as Error;
    }
  }

  function report(next: FileTrouble | null): void {
    if (next?.error.message === trouble?.error.message && next?.detail === trouble?.detail) return;
    trouble = next;
    onTrouble(trouble);
  }

  return {
    trouble: () => trouble,
    next() {
      if (isFresh) return null;
      isFresh = true;
      setImmediate(() => {
        isFresh = false;
      });
      const found = look(file);
      if (isSame(found, seen) && (trouble === null || performance.now() < retryAt)) return null;
      seen = found;
      retryAt = performance.now() + retryMs;
      const opened = open(found);
      if (opened instanceof Error) {
        const detail = isOverwritten ? details.overwritten : found ? details.refused : details.gone;
        report({ error: opened, detail, isOverwritten });
        return null;
      }
      served = found;
      isOverwritten = false;
      report(null);
      onOpen(opened.dataset);
      return opened;
    },
  };
}

/** Undefined if there is no such file, or if its folder cannot be read. Takes 2 to 7 µs. */
function look(file: string): BigIntStats | undefined {
  try {
    return statSync(file, { bigint: true, throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** The system reuses inode numbers; the time of the last change also tells renames and writes in place. */
const isSame = (one: BigIntStats | undefined, other: BigIntStats | undefined): boolean =>
  one?.dev === other?.dev && one?.ino === other?.ino && one?.ctimeNs === other?.ctimeNs;

const goneError = (file: string): DatabaseError =>
  new DatabaseError(
    `${file}: is gone or out of reach; put it back, make it anew with: npm run ingest, or check the permissions of its folder`,
  );
