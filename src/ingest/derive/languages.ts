// Gathers the languages in which the records have texts.
import type { BaseRecord } from '../../records/fields.ts';
import type { KindDefinition } from '../../records/kind.ts';
import type { Kind } from '../../records/kinds.ts';
import { type Texts, textsReader } from '../../records/texts.ts';
import { type DatasetLanguages, inOrder } from '../../store/languages.ts';

export interface LanguageGatherer {
  add(definition: KindDefinition, record: BaseRecord): void;
  /** The languages of all records that were added. */
  languages(): DatasetLanguages;
}

export function languageGatherer(): LanguageGatherer {
  const all = new Set<string>();
  const main = new Set<string>();
  const readers = new Map<Kind, (record: object) => Iterable<Texts>>();
  return {
    add({ kind, schema }, record) {
      const read = readers.get(kind) ?? textsReader(schema);
      readers.set(kind, read);
      for (const texts of read(record)) {
        const languages = Object.keys(texts);
        for (const language of languages) all.add(language);
        if (languages[0] !== undefined) main.add(languages[0]);
      }
      for (const language of Object.keys((record as { gist?: Texts }).gist ?? {})) main.add(language);
    },
    languages: () => ({ all: inOrder(all), main: inOrder(main) }),
  };
}
