// Finds what a name stands for: an id, a Wikidata id, or any known name or alias in any script and spelling.
import { LRUCache } from 'lru-cache';
import type { Collection } from '../records/references.ts';
import type { NamedKind } from '../store/names.ts';
import { nameKey, nameKeys } from '../text/name-key.ts';
import { nearestEntry } from '../text/nearest.ts';
import type { Prepare } from './prepare.ts';

export interface Names {
  /** The ids that the name stands for among these kinds: none, one, or several where it is ambiguous. */
  resolve(kinds: readonly NamedKind[], asked: string): string[];
  /** The id whose name comes nearest, if any comes near. */
  nearest(kinds: readonly NamedKind[], asked: string): string | null;
  /** The id of a collection that comes nearest, if any comes near; for what has no names. */
  nearestId(collection: Collection, asked: string): string | null;
  /** All ids of these kinds in order, or null where they are more than `most`. */
  all(kinds: readonly NamedKind[], most: number): string[] | null;
}

/** A name of fewer letters than this has no near ones: everything is near it. */
const shortest = 3;

/** Nothing is called by more letters than this. */
const longest = 100;

/** How many names are compared to find the nearest; bounds what a wrong value may cost. */
const mostCompared = 20_000;

/** So many names are remembered with what they stand for. */
const mostRemembered = 10_000;

/** Makes the look-ups over the name keys of a state that does not change. */
export function namesOf(prepare: Prepare): Names {
  const ofKinds = 'kind IN (SELECT value FROM json_each(?))';
  const resolved = new LRUCache<string, string[]>({ max: mostRemembered });

  function search(kinds: readonly NamedKind[], asked: string): string[] {
    const query = prepare(
      `SELECT DISTINCT id FROM name_key WHERE ${ofKinds} AND key = ? ORDER BY id`,
    ).pluck();
    for (const key of nameKeys(asked)) {
      const ids = query.all(JSON.stringify(kinds), key) as string[];
      const named = ids.find((id) => id === asked); // an id always stands for itself
      if (ids.length > 0) return named === undefined ? ids : [named];
    }
    return [];
  }

  return {
    resolve(kinds, asked) {
      const question = `${kinds} ${asked}`;
      const known = resolved.get(question);
      if (known) return known;
      const ids = search(kinds, asked);
      if (ids.length > 0 && asked.length <= longest) resolved.set(question, ids);
      return ids;
    },

    nearest(kinds, asked) {
      const key = nameKey(asked);
      if (key.length < shortest || key.length > longest) return null;
      const query = prepare(`SELECT key, id FROM name_key WHERE ${ofKinds} LIMIT ${mostCompared}`).raw();
      const known = query.all(JSON.stringify(kinds)) as [string, string][];
      return nearestEntry(key, known) ?? null;
    },

    nearestId(collection, asked) {
      if (asked.length < shortest || asked.length > longest) return null;
      const query = prepare(`SELECT id, id FROM document WHERE collection = ? LIMIT ${mostCompared}`).raw();
      return nearestEntry(asked.toLowerCase(), query.all(collection) as [string, string][]) ?? null;
    },

    all(kinds, most) {
      const query = prepare(`SELECT DISTINCT id FROM name_key WHERE ${ofKinds} ORDER BY id LIMIT ?`).pluck();
      const ids = query.all(JSON.stringify(kinds), most + 1) as string[];
      return ids.length > most ? null : ids;
    },
  };
}
