// The file that a copy is until it is proven: beside its target, under a name that tells which process makes it.
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

/** The name of a copy that this process makes. */
export const partialOf = (target: string): string =>
  path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.partial`);

/** A copy with what SQLite keeps beside it. */
const filesOf = (partial: string): string[] => [`${partial}-journal`, partial];

/** Throws the system's error where no file can have these names, which are longer than the target's. */
export function checkNames(target: string): void {
  for (const each of filesOf(partialOf(path.resolve(target)))) statSync(each, { throwIfNoEntry: false });
}

/** Removes a copy with what SQLite keeps beside it. */
export function removePartial(partial: string): void {
  for (const each of filesOf(partial)) rmSync(each, { force: true });
}

/** Removes what others left that were killed over a copy to the same name. */
export function removeLeftovers(target: string): void {
  const folder = path.dirname(target);
  const start = `.${path.basename(target)}.`;
  for (const name of readdirSync(folder).filter((each) => each.startsWith(start))) {
    const [, pid] = /^(\d+)\.partial(?:-journal)?$/.exec(name.slice(start.length)) ?? [];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(path.join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // somebody else's
  }
}

/** Gives the copy its name at one stroke, once it is on the disk; from then on the name is there, too. */
export function publish(partial: string, target: string): void {
  sync(partial);
  renameSync(partial, target);
  sync(path.dirname(target));
}

function sync(fileOrFolder: string): void {
  const descriptor = openSync(fileOrFolder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
