// Finds the short forms of the records that a profile names, all in one go.
import { kindOf } from '../../records/kinds.ts';
import type { Reference } from '../../records/references.ts';
import type { State } from '../../store/store.ts';

/** The collections that a profile refers to. Their ids are unique where they are mixed. */
export type Named = 'people' | 'organizations' | 'topics';

/** The outlet as an organization; null for `unstated`, which is none. */
export async function outletReference(data: State, id: string): Promise<Reference | null> {
  const [found] = await referencesTo(data, ['organizations'], [id]);
  return found ?? null;
}

/** References to the items with these ids, in the order of the ids. */
export async function referencesTo(
  data: State,
  collections: readonly Named[],
  ids: readonly string[],
): Promise<Reference[]> {
  const found = await Promise.all(collections.map((collection) => data.documents(collection, ids)));
  return ids.flatMap((_, at) => {
    for (const [turn, bodies] of found.entries()) {
      const body = bodies[at];
      if (body) return [referenceOf(collections[turn] as Named, body)];
    }
    return [];
  });
}

function referenceOf(collection: Named, body: Buffer): Reference {
  const { id, name, href } = JSON.parse(body.toString('utf8')) as Omit<Reference, 'kind'>;
  return { id, kind: kindOf[collection], name, href };
}
