// Reads the passages of the record's renditions from the texts of its articles, where these are at hand.
import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Source } from '../record.ts';
import type { PassageOf } from './known-statements.ts';

/** The passages of those sources whose files lie, unchanged, in the folders. They serve the comparison and are written nowhere. */
export function passagesIn(folders: readonly string[], sources: readonly Source[]): PassageOf {
  const texts = new Map<string, string[]>();
  for (const folder of folders) {
    const files = new Set(readdirSync(folder));
    for (const { id, file, sha256 } of sources) {
      if (file == null || sha256 == null || !files.has(file)) continue;
      const bytes = readFileSync(path.join(folder, file));
      if (hash('sha256', bytes) === sha256) texts.set(id, [...bytes.toString('utf8')]);
    }
  }
  return ({ source, start, end }) =>
    start == null || end == null ? null : (texts.get(source)?.slice(start, end).join('') ?? null);
}
