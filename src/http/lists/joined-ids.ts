// Leads from an id that begins with the retired id of a record to the one that begins with its successor.
import type { Collection } from '../../records/kinds.ts';
import type { Data } from '../context.ts';

/** The collections whose ids begin the ids of another: `event-attribute`, `statement-source`. */
const beginnings: Partial<Record<Collection, Collection>> = {
  discrepancies: 'events',
  renditions: 'statements',
};

/** The most characters of an id that is looked up: two ids of records and a number. */
const mostCharacters = 170;

/** The id that has the successor of the record in place of the retired id, or null if the collection does not hold it. */
export async function successorOfJoined(
  data: Data,
  collection: Collection,
  id: string,
): Promise<string | null> {
  const first = beginnings[collection];
  if (first === undefined || id.length > mostCharacters) return null;
  const hyphens = [...id.matchAll(/-/g)].map(({ index }) => index);
  const successors = await Promise.all(hyphens.map((at) => data.successor(first, id.slice(0, at))));
  const candidates = successors.flatMap((successor, at) =>
    successor === null ? [] : [successor + id.slice(hyphens[at])],
  );
  const documents = await data.documents(collection, candidates);
  return candidates.find((_, at) => documents[at] !== null) ?? null;
}
