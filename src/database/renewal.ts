// Notices that another file has taken the place of the database, as an ingest does when it is done.
import { type BigIntStats, statSync } from 'node:fs';
import { type Database, openForReading } from './open.ts';

/**
 * Makes a function that opens the file anew where it is not the one that was looked at last; null where it is, where it
 * is gone, or where it cannot be opened: then the old one, which is still whole, goes on. Looks once for all that is
 * asked without a pause: that is one request. Once for each turn of the event loop is too seldom: a turn can begin before
 * the file is replaced and end after a client knows of it.
 */
export function renewalOf(file: string, onFailure: (error: unknown) => void): () => Database | null {
  let seen = identityOf(file);
  let isFresh = false;
  return () => {
    if (isFresh) return null;
    isFresh = true;
    queueMicrotask(() => {
      isFresh = false;
    });
    const found = identityOf(file);
    if (found === null || isSame(found, seen)) return null;
    seen = found;
    try {
      return openForReading(file);
    } catch (error) {
      onFailure(error);
      return null;
    }
  };
}

/** What tells a file from any other that had its name. */
type Identity = Pick<BigIntStats, 'dev' | 'ino' | 'ctimeNs'>;

/**
 * Null where there is no file. The number of an inode is given again when its file is gone; the time of its last change,
 * which a rename is, is not.
 */
const identityOf = (file: string): Identity | null =>
  statSync(file, { bigint: true, throwIfNoEntry: false }) ?? null;

const isSame = (one: Identity, other: Identity | null): boolean =>
  other !== null && one.ino === other.ino && one.ctimeNs === other.ctimeNs && one.dev === other.dev;
