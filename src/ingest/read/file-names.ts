// Names files: to the user by their paths, in the database without them, because that can be downloaded.
import { hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { inProject } from '../../project.ts';

/** How a file or folder is named to the user: relative to the current folder. */
export const labelOf = (file: string): string => path.relative('', path.resolve(file)) || '.';

/** Twelve hexadecimal digits tell all folders apart. */
const digestLength = 12;

/**
 * The origin of a file: its name, and before it a digest for each folder on the way to it. Ways begin at the project's folder, so
 * that they are the same from every current folder.
 */
export function originOf(file: string): string {
  const way = wayTo(file);
  const name = way.pop();
  return [...digestsOf(way), name].join('/');
}

/** Whether an origin is this file, or lies in this folder; either may be gone. */
export function isUnder(given: string, origin: string): boolean {
  const way = wayTo(given);
  const isUpwards = way.every((folder) => folder === '..'); // the project's folder, or one that it lies in
  if (isUpwards) return !origin.startsWith(`${['..', ...way].join('/')}/`);
  return origin === originOf(given) || origin.startsWith(`${digestsOf(way).join('/')}/`);
}

/** How the file of an origin is named to the user: with its path, if its folders are still there, else by its name. */
export function labelOfOrigin(origin: string): string {
  const digests = origin.split('/');
  const name = digests.pop() ?? '';
  let way: string[] = [];
  for (const digest of digests) {
    const candidates = ['..', ...foldersIn(inProject(...way))].map((folder) => [...way, folder]);
    const found = candidates.find((candidate) => digestOf(candidate) === digest);
    if (!found) return name;
    way = found;
  }
  return labelOf(inProject(...way, name));
}

/** The folders from the project's folder to a file or folder, and its name. */
const wayTo = (file: string): string[] =>
  path.relative(inProject(), path.resolve(file)).split(path.sep).filter(Boolean);

const digestsOf = (way: readonly string[]): string[] => way.map((_, at) => digestOf(way.slice(0, at + 1)));

/** Stands for the last folder of a way; a step upwards stands for itself. */
const digestOf = (way: readonly string[]): string =>
  way.at(-1) === '..' ? '..' : hash('sha256', way.join('/')).slice(0, digestLength);

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
