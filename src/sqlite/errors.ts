// What can be wrong with a database file, each with a way out.

import { DatabaseError } from '../store/errors.ts';

/** The error codes of SQLite for a file that it cannot read, as opposed to a statement that is wrong. */
const unreadable = /^SQLITE_(?:CORRUPT|IOERR|NOTADB|CANTOPEN|FULL)/;

/** A DatabaseError if SQLite could not read the file (clients get 503); any other error as it is. */
export function asReadError(file: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return unreadable.test(code) ? asDatabaseError(file, error) : error;
}

/** A DatabaseError with the file, the reason and what to do. */
export const asDatabaseError = (file: string, error: unknown): DatabaseError =>
  error instanceof DatabaseError ? error : new DatabaseError(`${file}: ${explain(error)}`, { cause: error });

/** A way out for each way in which SQLite or the file system refuses. */
export function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const found = wayOut.find(([start]) => code.startsWith(start));
  return found ? found[1] : String(error instanceof Error ? error.message : error);
}

/** Also said of damage that SQLite does not notice. */
export const damaged = 'the database is damaged; restore a backup, or delete it and run: npm run ingest';

const wayOut = [
  ['SQLITE_NOTADB', 'not a SQLite database; move it away, or name another file in DATABASE'],
  ['SQLITE_CORRUPT', damaged],
  ['SQLITE_BUSY', 'another ingest is writing to it; wait until it has finished and try again'],
  ['SQLITE_READONLY', 'it cannot be written to; check the permissions of the file and of its folder'],
  ['SQLITE_CANTOPEN', 'it cannot be opened; check the path and the permissions of its folder'],
  [
    'SQLITE_FULL',
    'the disk is full, its own or that of temporary files (SQLITE_TMPDIR, TMPDIR or /var/tmp); free some space and run the command again',
  ],
  [
    'SQLITE_IOERR',
    'the disk could not be written to or read; check its space and health, and any limit of file sizes (ulimit -f), then try again',
  ],
  ['EACCES', 'no permission; check the permissions of the file and of the folders on its path'],
  ['EISDIR', 'a folder, not a file; name a file in DATABASE'],
  ['ENOSPC', 'the disk is full; free some space and run the command again'],
  ['EFBIG', 'no file may grow as large as this here; raise the limit (ulimit -f) and run the command again'],
  ['EIO', 'the disk could not be written to or read; check its health, then try again'],
  ['EROFS', 'the file system is read-only'],
  ['ELOOP', 'its path leads round in a circle of symbolic links; name a file in another folder'],
  ['ENAMETOOLONG', 'its name is too long; choose a shorter one'],
  ['ENOTDIR', 'a part of its path is a file, not a folder'],
  ['EEXIST', 'a part of its path is a file, not a folder'],
] as const;
