// Notices that another file has taken the place of the database, as an ingest does when it is done.
import { statSync } from 'node:fs';
import { type Database, openForReading } from './open.ts';

/**
 * Makes a function that opens the file anew where it is not the one that was looked at last; null where it is, where it
 * is gone, or where it cannot be opened: then the old one, which is still whole, goes on. Looks once for each turn of
 * the event loop: whoever asks within one turn asks at the same time.
 */
export function renewalOf(file: string, onFailure: (error: unknown) => void): () => Database | null {
  let seen = identityOf(file);
  let isFresh = false;
  return () => {
    if (isFresh) return null;
    isFresh = true;
    setImmediate(() => {
      isFresh = false;
    });
    const found = identityOf(file);
    if (found === null || found === seen) return null;
    seen = found;
    try {
      return openForReading(file);
    } catch (error) {
      onFailure(error);
      return null;
    }
  };
}

/** What tells a file from any other that had its name; null where there is none. */
function identityOf(file: string): string | null {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.dev} ${found.ino} ${found.mtimeMs}` : null;
}
