// Finds what a name stands for: an id, a Wikidata id, or any known name or alias in any script and spelling.
import { LRUCache } from 'lru-cache';
import {
  idToCompare,
  keyToCompare,
  longestName,
  mostCompared,
  nearestOf,
  recordsOfName,
} from '../combining/names.ts';
import type { Collection } from '../records/kinds.ts';
import type { NamedId, NamedKind, NameQuestion } from '../store/names.ts';
import type { Prepare } from './prepare.ts';

export interface Names {
  /** The records that the name stands for: none, one, or several where it is ambiguous. */
  resolve(question: NameQuestion): NamedId[];
  /** The record whose name comes nearest, if any comes near. */
  nearest(question: NameQuestion): NamedId | null;
  /** The id of a collection that comes nearest, if any comes near; for what has no names. */
  nearestId(collection: Collection, asked: string): string | null;
  /** All records of these kinds by id, or null where they are more than `most`. */
  all(kinds: readonly NamedKind[], most: number): NamedId[] | null;
}

/** So many names are remembered with what they stand for. */
const mostRemembered = 10_000;

const ofKinds = 'kind IN (SELECT value FROM json_each(?))';

/** Makes the look-ups over the name keys of a state that does not change. */
export function namesOf(prepare: Prepare): Names {
  const resolved = new LRUCache<string, NamedId[]>({ max: mostRemembered });

  function search(question: NameQuestion): NamedId[] {
    const query = prepare(`SELECT kind, id FROM name_key WHERE ${ofKinds} AND key = ? ORDER BY id, kind`);
    return recordsOfName(question, (kinds, key) => query.all(JSON.stringify(kinds), key) as NamedId[]);
  }

  return {
    resolve(question) {
      const { kinds, text } = question;
      const name = `${kinds} ${text}`;
      const known = resolved.get(name);
      if (known) return known;
      const found = search(question);
      if (text.length <= longestName) resolved.set(name, found);
      return found;
    },

    nearest({ kinds, text }) {
      const key = keyToCompare(text);
      if (key === null) return null;
      const query = prepare(`SELECT key, kind, id FROM name_key WHERE ${ofKinds} LIMIT ${mostCompared}`);
      const known = query.all(JSON.stringify(kinds)) as (NamedId & { key: string })[];
      return nearestOf(
        key,
        known.map(({ key: each, ...named }) => [each, named]),
      );
    },

    nearestId(collection, asked) {
      const id = idToCompare(asked);
      if (id === null) return null;
      const query = prepare(`SELECT id, id FROM document WHERE collection = ? LIMIT ${mostCompared}`).raw();
      return nearestOf(id, query.all(collection) as [string, string][]);
    },

    all(kinds, most) {
      const query = prepare(
        `SELECT DISTINCT kind, id FROM name_key WHERE ${ofKinds} ORDER BY id, kind LIMIT ?`,
      );
      const found = query.all(JSON.stringify(kinds), most + 1) as NamedId[];
      return found.length > most ? null : found;
    },
  };
}
