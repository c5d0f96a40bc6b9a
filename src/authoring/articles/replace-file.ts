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
import { fileComplaint } from '../../ingest/read/files.ts';

/**
 * Writes the new text, provided that the file still holds the old one: an editor may have saved it in the meantime.
 * Returns null, or why the file was left as it is.
 */
export function replaceFile(file: string, before: string, after: string): string | null {
  try {
    const target = realpathSync(file); // a link stays a link
    const draft = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
    try {
      writeDraft(draft, after, statSync(target).mode);
      if (readFileSync(target, 'utf8') !== before) return 'was changed meanwhile; run the command again';
      renameSync(draft, target);
      return null;
    } finally {
      rmSync(draft, { force: true });
    }
  } catch (error) {
    return fileComplaint(error);
  }
}

/** The text is on the disk, not only on its way there, before it takes the place of the old one. */
function writeDraft(draft: string, text: string, mode: number): void {
  const descriptor = openSync(draft, 'wx', mode);
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
