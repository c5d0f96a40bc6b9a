// The stamp of the code that makes answers: together with the content it decides every byte that is sent.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { codeFolder, inProject } from '../project.ts';

/** Sixteen hexadecimal digits, as for the version of the content. */
const stampLength = 16;

/**
 * A digest of these files, and of all code and SQL under these folders, with where each stands. What does not exist is
 * passed over. Unicode's tables come with Node and decide how words are normalised and sorted.
 */
export function stampOf(places: readonly string[]): string {
  const { unicode } = process.versions;
  const hash = createHash('sha256').update(`unicode ${unicode}`);
  for (const place of places) {
    for (const file of filesOf(place)) {
      const bytes = readFileSync(path.join(place, file));
      hash.update(`\0${file.split(path.sep).join('/')}\0${bytes.length}\0`).update(bytes);
    }
  }
  return hash.digest('hex').slice(0, stampLength);
}

/** Files under a folder in a fixed order, relative to it; a file is the only one of itself. */
function filesOf(place: string): string[] {
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found ? [''] : [];
  const entries = readdirSync(place, { recursive: true, encoding: 'utf8' });
  return entries.filter((file) => /\.(?:ts|js|sql)$/.test(file)).sort();
}

/** The stamp of the code that runs: the code itself, the migrations, and the libraries that it calls. */
export const derivation: string = stampOf([
  codeFolder,
  inProject('migrations'),
  inProject('package-lock.json'),
]);
