// Reads the lexicons of this folder: YAML that an editor reviews, checked when it is loaded.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';
import { inProject } from '../../project.ts';
import { formOf } from './tokens.ts';

/** A lexicon's content. Throws with the file's name where it is not of the expected form. */
export function readLexicon<Schema extends z.ZodType>(name: string, schema: Schema): z.infer<Schema> {
  const file = inProject('src', 'authoring', 'draft', 'lexicons', `${name}.yaml`);
  const result = schema.safeParse(parse(readFileSync(file, 'utf8')));
  if (!result.success) throw new Error(`${file}: ${result.error.message}`);
  return result.data;
}

/** Words in one string as the set of their normalised forms. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(
    words
      .trim()
      .split(/\s+/)
      .map((word) => formOf(word)),
  );
}
