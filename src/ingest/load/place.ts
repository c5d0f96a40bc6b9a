// Finds the file that a database's path leads to, and who may read the file that takes its place.
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  lstatSync,
  readlinkSync,
  realpathSync,
  statfsSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { DatabaseError } from '../../store/errors.ts';

/** A path of links is followed no further than systems do. */
const longestChain = 40;

/** The file behind a path: links are followed, also one that leads to a file which is not there yet. */
export function fileBehind(file: string): string {
  let at = file;
  for (let links = 0; links <= longestChain; links += 1) {
    const stats = lstatSync(at, { throwIfNoEntry: false });
    if (stats === undefined) return at;
    if (!stats.isSymbolicLink()) return realpathSync(at);
    at = path.resolve(path.dirname(at), readlinkSync(at));
  }
  throw new DatabaseError(
    `${file}: its path leads round in a circle of symbolic links; name a file in another folder`,
  );
}

/**
 * Gives a new file the mode, owner and group of the one that it replaces; of its folder's owner and group where it is the
 * first. Only root may give files away: for others the file stays theirs.
 */
export function adopt(name: string, file: string): void {
  const replaced = statSync(file, { throwIfNoEntry: false });
  const { uid, gid } = replaced ?? statSync(path.dirname(path.resolve(file)));
  chmodSync(name, (replaced ?? statSync(name)).mode);
  if (process.getuid?.() === 0) chownSync(name, uid, gid);
}

/** SQLite sorts large sets in files in the first of these folders that it can use. */
const usualFolders = ['/var/tmp', '/usr/tmp', '/tmp'];

/** As much room must be left for temporary files before an ingest begins, in bytes. */
const leastRoom = 1024 * 1024;

/** Throws a DatabaseError where temporary files cannot be written: an ingest would find that out at its end. */
export function demandTemporaryFolder(environment: Record<string, string | undefined> = process.env): void {
  const set = ['SQLITE_TMPDIR', 'TMPDIR'].flatMap((variable) => {
    const folder = environment[variable];
    return folder ? [{ label: `${variable}=${folder}`, folder }] : [];
  });
  if (set.length === 0 && process.platform === 'win32') return;
  const usual = usualFolders.find(isWritable) ?? '/tmp';
  for (const { label, folder } of set.length > 0 ? set : [{ label: usual, folder: usual }]) {
    const complaint = complaintAbout(folder);
    if (complaint !== null)
      throw new DatabaseError(`${label}: ${complaint}, or name another in SQLITE_TMPDIR`);
  }
}

function complaintAbout(folder: string): string | null {
  if (!isWritable(folder)) return 'temporary files cannot be written there; make the folder';
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < leastRoom ? 'has no room for temporary files; free some space' : null;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}
