// Where a copy goes: what stands in the way of it is said before anything is copied.
import { statSync } from 'node:fs';
import path from 'node:path';
import { DatabaseError, explain } from '../database/errors.ts';
import { checkNames } from './partial-file.ts';

/** Throws a DatabaseError where the name cannot be given to a copy, or must not be. */
export function checkTarget(target: string, source: string, mayReplace: boolean): void {
  try {
    checkNames(target);
    checkPlace(target, source, mayReplace);
  } catch (error) {
    throw targetError(target, error);
  }
}

function checkPlace(target: string, source: string, mayReplace: boolean): void {
  const folder = path.dirname(path.resolve(target));
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new DatabaseError(`${target}: there is no folder ${folder}; make it first`);
  const found = statSync(target, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isFile()) throw new DatabaseError(`${target}: is no file; name one, in this folder or another`);
  const served = statSync(source);
  if (found.dev === served.dev && found.ino === served.ino) {
    throw new DatabaseError(`${target}: is the database itself; name another file`);
  }
  if (!mayReplace) {
    throw new DatabaseError(`${target}: exists; name another file, or give --replace to replace it`);
  }
}

/** What went wrong with a file of the copy, and what to do; a DatabaseError says so already. */
export const targetError = (target: string, error: unknown): DatabaseError => {
  if (error instanceof DatabaseError) return error;
  const code = String((error as NodeJS.ErrnoException).code);
  return new DatabaseError(`${target}: ${wayOut.get(code) ?? explain(error)}`, { cause: error });
};

const noPermission = 'no permission to write to its folder; check whose it is';

const wayOut = new Map([
  ['ENOSPC', 'the disk is full; free some space and run the command again'],
  ['EACCES', noPermission],
  ['EPERM', noPermission],
  ['SQLITE_CANTOPEN', noPermission],
]);
