// Fetches which documents each state of the dataset added to a collection.
import type { Level } from '../../combining/source.ts';
import { decode } from '../../doc-ids/encoding.ts';
import type { Collection } from '../../records/kinds.ts';
import * as statements from '../statements.ts';
import type { Version } from '../version.ts';

/** The states that added documents which are still there, newest first. */
export async function fetchAdditions(
  { held, reader }: Version,
  collection: Collection,
): Promise<readonly Level[]> {
  const known = held.additions.get(collection);
  if (known) return known;
  const rows = await reader.rows<{ state: number; docIds: Buffer }>(statements.additionsOfCollection, [
    collection,
  ]);
  const levels = rows.map(({ state, docIds }): Level => {
    const set = decode(docIds);
    return { weight: state, docIds: () => set };
  });
  held.additions.set(collection, levels);
  return levels;
}
