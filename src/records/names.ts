// The names of a record: what a filter may call it by.
import type { BaseRecord } from './fields.ts';

/** The fields with names that records of some kinds have. */
interface NamedRecord extends BaseRecord {
  name?: { [language: string]: string };
  aliases?: string[];
  wikidata?: string | null;
}

/** A name, and the field of the record that holds it. */
export interface Name {
  form: string;
  path: (string | number)[];
}

/** Names by language, then aliases. */
export function namesOf(record: BaseRecord): Name[] {
  const { name = {}, aliases = [] }: NamedRecord = record;
  return [
    ...Object.entries(name).map(([language, form]) => ({ form, path: ['name', language] })),
    ...aliases.map((form, at) => ({ form, path: ['aliases', at] })),
  ];
}

/** The id, the names and aliases, and the id in Wikidata. */
export function formsOf(record: BaseRecord): Name[] {
  const { id, wikidata = null }: NamedRecord = record;
  return [
    { form: id, path: ['id'] },
    ...namesOf(record),
    ...(wikidata === null ? [] : [{ form: wikidata, path: ['wikidata'] }]),
  ];
}
