// What a name stands for, and which one was most likely meant, from the name keys that a store finds.
import { wikidataIdIn } from '../records/wikidata.ts';
import type { NamedId, NamedKind, NameQuestion } from '../store/names.ts';
import { nameKey, nameKeys, signedKey } from '../text/name-key.ts';
import { nearestEntry } from '../text/nearest.ts';

/** A name of fewer letters than this has no near ones: everything is near it. */
const minLength = 3;

/** Nothing is called by more letters than this. */
export const longestName = 100;

/** How many names are compared to find the nearest; bounds what a wrong value may cost. */
export const mostCompared = 20_000;

/** One way to read a name: what is looked up, in order, among which kinds. */
interface Reading {
  kinds: readonly NamedKind[];
  text: string;
  keys: readonly string[];
}

/** A kind before a slash narrows the name to that kind. Otherwise the whole text is the name, with the commas in it. */
export function readingsOf({ kinds, text }: NameQuestion): Reading[] {
  const kind = kinds.find((each) => text.startsWith(`${each}/`));
  const whole = { kinds, text, keys: keysOf(wikidataIdIn(text) ?? text) };
  if (kind === undefined) return [whole];
  const rest = text.slice(kind.length + 1);
  return [{ kinds: [kind], text: rest, keys: keysOf(rest) }, whole];
}

function keysOf(text: string): string[] {
  const signed = signedKey(text);
  return signed === null ? nameKeys(text) : [signed];
}

/** The records that a name stands for; `recordsOf` gives those of a name key among some kinds, by id and kind. */
export function recordsOfName(
  question: NameQuestion,
  recordsOf: (kinds: readonly NamedKind[], key: string) => NamedId[],
): NamedId[] {
  for (const { kinds, text, keys } of readingsOf(question)) {
    for (const key of keys) {
      const found = recordsOf(kinds, key);
      const named = found.filter(({ id }) => id === text); // an id stands for itself, whatever else is called so
      if (found.length > 0) return named.length > 0 ? named : found;
    }
  }
  return [];
}

/** Whether a text is worth comparing with names. */
const hasNear = ({ length }: string): boolean => length >= minLength && length <= longestName;

/** The key of a name of which near ones can be looked for; null if there can be none. */
export function keyToCompare(asked: string): string | null {
  const key = nameKey(asked);
  return hasNear(key) ? key : null;
}

/** The same for an id. */
export const idToCompare = (asked: string): string | null => (hasNear(asked) ? asked.toLowerCase() : null);

/** The value of the nearest entry; null if none comes near. */
export const nearestOf = <T>(asked: string, entries: Iterable<readonly [string, T]>): T | null =>
  nearestEntry(asked, entries) ?? null;
