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
import { entryOf } from './lookups.ts';
import * as statements from './statements.ts';
import type { Version } from './version.ts';

/** The records that each name stands for, in one round trip. */
export async function resolveNames(
  { held, lookups }: Version,
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
    const entries = open
      .flatMap(readingsOf)
      .flatMap(({ kinds, keys }) => keys.flatMap((key) => kinds.map((kind) => entryOf(kind, key))));
    const records = await lookups.names([...new Set(entries)]);
    for (const question of open) {
      const found = recordsOfName(question, (among, key) =>
        among
          .flatMap((kind) => records.get(entryOf(kind, key))?.ids.map((id) => ({ kind, id })) ?? [])
          .sort(byIdAndKind),
      );
      answers.set(nameOf(question), found);
      if (question.text.length <= longestName) held.resolved.set(nameOf(question), found);
    }
  }
  return questions.map((question) => answers.get(nameOf(question)) ?? []);
}

const byIdAndKind = (one: NamedId, other: NamedId): number =>
  compare(one.id, other.id) || compare(one.kind, other.kind);

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

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
