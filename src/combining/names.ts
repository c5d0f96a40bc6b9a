// What a name stands for, and which one was most likely meant, from the name keys that a store finds.
import { nameKey, nameKeys } from '../text/name-key.ts';
import { nearestEntry } from '../text/nearest.ts';

/** A name of fewer letters than this has no near ones: everything is near it. */
const shortest = 3;

/** Nothing is called by more letters than this. */
export const longestName = 100;

/** How many names are compared to find the nearest; bounds what a wrong value may cost. */
export const mostCompared = 20_000;

/** The ids that a name stands for; `idsOf` gives those of a name key, sorted. */
export function idsOfName(asked: string, idsOf: (key: string) => string[]): string[] {
  for (const key of nameKeys(asked)) {
    const ids = idsOf(key);
    const named = ids.find((id) => id === asked); // an id always stands for itself
    if (ids.length > 0) return named === undefined ? ids : [named];
  }
  return [];
}

/** Whether a text is worth comparing with names. */
const hasNear = ({ length }: string): boolean => length >= shortest && length <= longestName;

/** The key of a name of which near ones can be looked for; null if there can be none. */
export function keyToCompare(asked: string): string | null {
  const key = nameKey(asked);
  return hasNear(key) ? key : null;
}

/** The same for an id. */
export const idToCompare = (asked: string): string | null => (hasNear(asked) ? asked.toLowerCase() : null);

/** The value of the nearest entry; null if none comes near. */
export const nearestOf = (asked: string, entries: Iterable<readonly [string, string]>): string | null =>
  nearestEntry(asked, entries) ?? null;
