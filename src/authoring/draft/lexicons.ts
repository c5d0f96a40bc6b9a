// Reads the lexicons of this folder: YAML that an editor reviews, checked when it is loaded.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
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
export function wordSet(words: string, form: (word: string) => string = formOf): ReadonlySet<string> {
  return new Set(
    words
      .trim()
      .split(/\s+/)
      .map((word) => form(word)),
  );
}

/** The lists of words in a lexicon by their names, as sets of the forms that `form` gives. Throws for a name that is not there. */
export function wordLists(
  lexicon: string,
  form: (word: string) => string = (word) => word,
): (name: string) => ReadonlySet<string> {
  const lists = readLexicon(lexicon, z.record(z.string(), z.string()));
  return (name) => {
    const words = lists[name];
    if (words === undefined) throw new Error(`${lexicon}.yaml lacks ${name}`);
    return wordSet(words, form);
  };
}
