// Replaces a file's text at one stroke: nobody ever sees half of it, and a crash leaves the old or the new.
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/**
 * Writes the new text, provided that the file still holds the old one. Returns whether it did: an editor may have
 * saved the file in the meantime. Throws what the file system throws; the file is as it was then.
 */
export function replaceFile(file: string, before: string, after: string): boolean {
  const target = realpathSync(file); // a link stays a link
  const draft = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  try {
    const descriptor = openSync(draft, 'wx', statSync(target).mode);
    try {
      writeFileSync(descriptor, after);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    if (readFileSync(target, 'utf8') !== before) return false;
    renameSync(draft, target);
    return true;
  } finally {
    rmSync(draft, { force: true });
  }
}
