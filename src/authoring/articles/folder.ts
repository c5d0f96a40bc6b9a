// Checks the folder of the articles before anything is read from it.
import { statSync } from 'node:fs';
import { labelOf } from '../../ingest/read/file-names.ts';
import { fileComplaint } from '../../ingest/read/files.ts';

/** What is wrong with a folder; null where nothing is. */
export function folderComplaint(folder: string): string | null {
  try {
    return statSync(folder).isDirectory()
      ? null
      : `${labelOf(folder)}: is a file; expected the folder of the articles`;
  } catch (error) {
    return `${labelOf(folder)}: ${fileComplaint(error)}`;
  }
}
