// Writes the names by which filters, the search box and old links find records.

import type { BaseRecord } from '../../records/fields.ts';
import type { KindDefinition } from '../../records/kind.ts';
import { filtersOf, isNamed } from '../../records/kinds.ts';
import { formsOf, namesOf } from '../../records/names.ts';
import type { Database } from '../../sqlite/open.ts';
import { nameKey, signedKey, withoutArticle } from '../../text/name-key.ts';

/** Empties `name_key`, `suggestion` and `retired_id`, and returns the function that fills them record by record. */
export function nameWriter(database: Database): (definition: KindDefinition, record: BaseRecord) => void {
  database.exec('DELETE FROM name_key; DELETE FROM suggestion; DELETE FROM retired_id');
  const insertKey = database.prepare('INSERT OR IGNORE INTO name_key VALUES (?, ?, ?)');
  const insertSuggestion = database.prepare('INSERT OR IGNORE INTO suggestion VALUES (?, ?, ?, ?)');
  const insertRetired = database.prepare('INSERT INTO retired_id VALUES (?, ?, ?)');

  return ({ kind, alsoKnownAs }, record) => {
    const { id, formerly } = record;
    for (const retired of formerly) insertRetired.run(kind, retired, id);
    if (!isNamed(kind)) return;
    const also = alsoKnownAs?.(record) ?? null;
    for (const key of keysOf([...formsOf(record).map((name) => name.form), ...formerly])) {
      insertKey.run(kind, key, id);
      if (also !== null) insertKey.run(also, key, id);
    }
    if (filtersOf(kind).length === 0) return;
    for (const { form } of namesOf(record)) {
      for (const key of beginnings(nameKey(form))) insertSuggestion.run(key, kind, id, form);
    }
  };
}

/** The keys of all forms; none for a form without a letter. */
const keysOf = (forms: readonly string[]): string[] =>
  forms.flatMap((form) => [nameKey(form), signedKey(form) ?? '']).filter((key) => key !== '');

/**
 * The key from each of its words on (`white house`, `house`), as it stands and without the Arabic article: before the first word, before
 * the others, before all.
 */
function beginnings(key: string): Set<string> {
  const words = key.split(' ');
  const bare = words.map(withoutArticle);
  return new Set(
    words.flatMap((word, at) => {
      const [others, bareOthers] = [words.slice(at + 1), bare.slice(at + 1)];
      const first = withoutArticle(word);
      return [
        [word, ...others],
        [first, ...others],
        [word, ...bareOthers],
        [first, ...bareOthers],
      ].map((each) => each.join(' '));
    }),
  );
}
