// Reads a value that is an id of a collection; a retired one stands for the id that took its place.
import type { Collection } from '../../records/kinds.ts';
import type { Data } from '../context.ts';
import type { Fault } from '../problems/problem.ts';

/** Values that are ids of the documents of a collection. */
export interface IdValues {
  idsOf: Collection;
}

/** The id, or the fault that tells the nearest. */
export async function readId(
  data: Data,
  { idsOf: collection }: IdValues,
  text: string,
): Promise<string | Fault> {
  const [body] = await data.documents(collection, [text]);
  if (body) return text;
  const successor = await data.successor(collection, text);
  if (successor !== null) return successor;
  const hint = (await data.nearestId(collection, text)) ?? undefined;
  return { code: 'unknown-value', detail: `/${collection} holds no '${text.slice(0, 100)}'`, hint };
}
