// Finds the numbers of sort keys that a plan names.
import type { KeyNumbers } from '../combining/numbered.ts';
import type { Collection } from '../records/references.ts';
import * as statements from './statements.ts';
import type { Version } from './version.ts';

/**
 * Gives what `use` makes of the numbers of keys. It is called twice: first to see which keys it asks for, then with their
 * numbers; where it asks for none, once.
 */
export async function numbersOfKeys<T>(version: Version, use: (keys: KeyNumbers) => T): Promise<T> {
  const asked = new Map<string, { collection: Collection; isAfter: boolean; key: string }>();
  const nameOf = (collection: Collection, isAfter: boolean, key: string): string =>
    `${collection} ${isAfter} ${key}`;
  const note = (isLater: boolean) => (collection: Collection, whole: string) => {
    const { key, isAfter } = withoutNul(whole, isLater);
    asked.set(nameOf(collection, isLater, whole), { collection, isAfter, key });
    return 0;
  };
  const guess = use({ from: note(false), after: note(true) });
  if (asked.size === 0) return guess;
  const found = await Promise.all(
    [...asked].map(async ([name, { collection, isAfter, key }]): Promise<[string, number]> => {
      const statement = isAfter ? statements.numberAfter : statements.numberFrom;
      const rows = await version.reader.rows<{ number: number }>(statement, [collection, key]);
      return [name, rows[0]?.number ?? version.range(collection).last + 1];
    }),
  );
  const numbers = new Map(found);
  const numberOf = (isAfter: boolean) => (collection: Collection, key: string) =>
    numbers.get(nameOf(collection, isAfter, key)) ?? 0;
  return use({ from: numberOf(false), after: numberOf(true) });
}

/** PostgreSQL has no text with NUL: no key begins as this one up to there and comes before it, but that beginning itself. */
function withoutNul(key: string, isAfter: boolean): { key: string; isAfter: boolean } {
  const [beginning = '', ...rest] = key.split('\0');
  return rest.length === 0 ? { key, isAfter } : { key: beginning, isAfter: true };
}
