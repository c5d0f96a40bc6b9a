// Finds the project's own files from the compiled code in `dist/src/`.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder: the nearest one above this file that holds package.json. */
const projectFolder = nearestWith('package.json', path.dirname(fileURLToPath(import.meta.url)));

/** A file or folder of the project, as an absolute path. */
export const inProject = (...parts: string[]): string => path.join(projectFolder, ...parts);

function nearestWith(file: string, folder: string): string {
  return existsSync(path.join(folder, file)) ? folder : nearestWith(file, path.dirname(folder));
}

/** The release, as package.json names it. */
export const release: string = JSON.parse(readFileSync(inProject('package.json'), 'utf8')).version;
