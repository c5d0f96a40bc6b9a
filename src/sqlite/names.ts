// Finds what a name stands for: an id, a Wikidata id, or any known name or alias in any script and spelling.
import { LRUCache } from 'lru-cache';
import {
  idsOfName,
  idToCompare,
  keyToCompare,
  longestName,
  mostCompared,
  nearestOf,
} from '../combining/names.ts';
import type { Collection } from '../records/references.ts';
import type { NamedKind } from '../store/names.ts';
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
    return idsOfName(asked, (key) => query.all(JSON.stringify(kinds), key) as string[]);
  }

  return {
    resolve(kinds, asked) {
      const question = `${kinds} ${asked}`;
      const known = resolved.get(question);
      if (known) return known;
      const ids = search(kinds, asked);
      if (ids.length > 0 && asked.length <= longestName) resolved.set(question, ids);
      return ids;
    },

    nearest(kinds, asked) {
      const key = keyToCompare(asked);
      if (key === null) return null;
      const query = prepare(`SELECT key, id FROM name_key WHERE ${ofKinds} LIMIT ${mostCompared}`).raw();
      const known = query.all(JSON.stringify(kinds)) as [string, string][];
      return nearestOf(key, known);
    },

    nearestId(collection, asked) {
      const id = idToCompare(asked);
      if (id === null) return null;
      const query = prepare(`SELECT id, id FROM document WHERE collection = ? LIMIT ${mostCompared}`).raw();
      return nearestOf(id, query.all(collection) as [string, string][]);
    },

    all(kinds, most) {
      const query = prepare(`SELECT DISTINCT id FROM name_key WHERE ${ofKinds} ORDER BY id LIMIT ?`).pluck();
      const ids = query.all(JSON.stringify(kinds), most + 1) as string[];
      return ids.length > most ? null : ids;
    },
  };
}
