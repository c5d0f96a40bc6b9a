// Completions for a search box: every word of every name leads to what bears it.
import { nameKey } from '../text/name-key.ts';
import { deriveFrom, nameForms } from './name-keys.ts';
import type { Database } from './open.ts';

/** Derives `suggestion` from the names of people, organizations, places, topics and events. */
export function deriveSuggestions(database: Database): void {
  database.exec('DELETE FROM suggestion');
  const insert = database.prepare('INSERT OR IGNORE INTO suggestion VALUES (?, ?, ?, ?)');
  for (const [kind, id, form] of deriveFrom(database, nameForms)) {
    for (const key of beginnings(nameKey(form))) insert.run(key, kind, id, form);
  }
}

/** A key from each of its words on: `white house`, `house`. */
function beginnings(key: string): string[] {
  const words = key.split(' ');
  return words.map((_word, at) => words.slice(at).join(' '));
}
