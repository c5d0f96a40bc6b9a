// Finds the numbers of sort keys that a plan names.
import type { KeyNumbers } from '../combining/numbered.ts';
import type { Collection } from '../records/kinds.ts';
import * as statements from './statements.ts';
import type { Version } from './version.ts';

/**
 * Gives what `use` makes of the numbers of keys. It is called twice: first to see which keys it asks for, then with their
 * numbers; where it asks for none, once.
 */
export async function numbersOfKeys<T>(version: Version, use: (keys: KeyNumbers) => T): Promise<T> {
  const { keyNumbers } = version.held;
  const asked = new Map<string, { collection: Collection; isAfter: boolean; key: string }>();
  const note = (isLater: boolean) => (collection: Collection, whole: string) => {
    const { key, isAfter } = withoutNul(whole, isLater);
    asked.set(nameOf(collection, isLater, whole), { collection, isAfter, key });
    return 0;
  };
  const guess = use({ from: note(false), after: note(true) });
  if (asked.size === 0) return guess;
  const found = await Promise.all(
    [...asked].map(async ([name, { collection, isAfter, key }]): Promise<[string, number]> => {
      const known = keyNumbers.get(name);
      if (known !== undefined) return [name, known];
      const statement = isAfter ? statements.numberAfter : statements.numberFrom;
      const rows = await version.reader.rows<{ number: number }>(statement, [collection, key]);
      const number = rows[0]?.number ?? version.range(collection).last + 1;
      keyNumbers.set(name, number);
      return [name, number];
    }),
  );
  const numbers = new Map(found);
  const numberOf = (isAfter: boolean) => (collection: Collection, key: string) =>
    numbers.get(nameOf(collection, isAfter, key)) ?? 0;
  return use({ from: numberOf(false), after: numberOf(true) });
}

const nameOf = (collection: Collection, isAfter: boolean, key: string): string =>
  `${collection} ${isAfter} ${key}`;

/** Holds the number of the last document of a page, from which the next page is asked for. */
export function holdEnd(
  { held }: Version,
  collection: Collection,
  { key, number }: { key: string; number: number },
): void {
  held.keyNumbers.set(nameOf(collection, false, key), number);
  held.keyNumbers.set(nameOf(collection, true, key), number + 1);
}

/** PostgreSQL has no text with NUL: no key begins as this one up to there and comes before it, but that beginning itself. */
function withoutNul(key: string, isAfter: boolean): { key: string; isAfter: boolean } {
  const [beginning = '', ...rest] = key.split('\0');
  return rest.length === 0 ? { key, isAfter } : { key: beginning, isAfter: true };
}
