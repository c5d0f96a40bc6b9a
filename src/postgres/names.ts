// Finds what names stand for and what documents are called, many at a time.

import {
  idToCompare,
  keyToCompare,
  longestName,
  mostCompared,
  nearestOf,
  readingsOf,
  recordsOfName,
} from '../combining/names.ts';
import type { Collection } from '../records/kinds.ts';
import type { DocumentId, Name, NamedId, NameQuestion } from '../store/names.ts';
import * as statements from './statements.ts';
import type { Version } from './version.ts';

/** The records that each name stands for, in one round trip. */
export async function resolveNames(
  { held, reader }: Version,
  questions: readonly NameQuestion[],
): Promise<NamedId[][]> {
  const nameOf = ({ kinds, text }: NameQuestion): string => `${kinds} ${text}`;
  const answers = new Map<string, NamedId[]>();
  const open = questions.filter((question) => {
    const known = held.resolved.get(nameOf(question));
    if (known) answers.set(nameOf(question), known);
    return !known;
  });
  if (open.length > 0) {
    const kinds = [...new Set(open.flatMap((question) => question.kinds))];
    const keys = [...new Set(open.flatMap(readingsOf).flatMap((reading) => reading.keys))];
    const rows = await reader.rows<NamedId & { key: string }>(statements.recordsByNameKey, [kinds, keys]);
    for (const question of open) {
      const found = recordsOfName(question, (among, key) =>
        rows
          .filter((row) => row.key === key && among.includes(row.kind))
          .map(({ kind, id }) => ({ kind, id })),
      );
      answers.set(nameOf(question), found);
      if (question.text.length <= longestName) held.resolved.set(nameOf(question), found);
    }
  }
  return questions.map((question) => answers.get(nameOf(question)) ?? []);
}

/** The names of documents, in their order; a round trip for each collection. */
export async function namesOf(
  { held, documents: lookup }: Version,
  documents: readonly DocumentId[],
): Promise<(Name | null)[]> {
  const keyOf = ({ collection, id }: DocumentId): string => `${collection} ${id}`;
  const names = new Map<string, Name | null>();
  const missing = new Map<Collection, string[]>();
  for (const document of documents) {
    const known = held.names.get(keyOf(document));
    const { collection, id } = document;
    if (known) names.set(keyOf(document), known.name);
    else missing.set(collection, [...(missing.get(collection) ?? []), id]);
  }
  const fetched = [...missing].map(async ([collection, ids]) => {
    const rows = await lookup.byId[collection](ids);
    for (const id of ids) {
      const row = rows.get(id);
      const name = row ? (JSON.parse(row.body) as { name: Name }).name : null;
      names.set(keyOf({ collection, id }), name);
      held.names.set(keyOf({ collection, id }), { name });
    }
  });
  await Promise.all(fetched);
  return documents.map((document) => names.get(keyOf(document)) ?? null);
}

/** The record whose name comes nearest, or null. */
export async function nearestName(
  { reader }: Version,
  { kinds, text }: NameQuestion,
): Promise<NamedId | null> {
  const key = keyToCompare(text);
  if (key === null) return null;
  const values = [kinds, mostCompared];
  const known = await reader.rows<NamedId & { key: string }>(statements.nameKeysOfKinds, values);
  return nearestOf(
    key,
    known.map(({ key: each, ...named }) => [each, named]),
  );
}

/** The id of a collection that comes nearest, or null. */
export async function nearestId(
  { reader }: Version,
  collection: Collection,
  text: string,
): Promise<string | null> {
  const asked = idToCompare(text);
  if (asked === null) return null;
  const known = await reader.rows<{ id: string }>(statements.idsOfCollection, [collection, mostCompared]);
  return nearestOf(
    asked,
    known.map(({ id }) => [id, id]),
  );
}
