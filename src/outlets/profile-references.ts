// Finds the short forms of the records that a profile names, all in one go.
import type { Store } from '../database/store.ts';
import type { Kind, Reference } from '../references.ts';

/** The collections that a profile refers to, with the kind of their items. Their ids are unique where they are mixed. */
const kindOf = { people: 'person', organizations: 'organization', topics: 'topic' } as const satisfies Record<
  string,
  Kind
>;

export type Named = keyof typeof kindOf;

/** The outlet as an organization; null for `unstated`, which is none. */
export function outletReference(store: Store, id: string): Reference | null {
  const [found] = referencesTo(store, ['organizations'], [id]);
  return found ?? null;
}

/** References to the items with these ids, in the order of the ids. */
export function referencesTo(
  store: Store,
  collections: readonly Named[],
  ids: readonly string[],
): Reference[] {
  const query = store.prepare(`
    SELECT collection, body FROM document
    WHERE collection IN (SELECT value FROM json_each(?)) AND id IN (SELECT value FROM json_each(?))`);
  const rows = query.all(JSON.stringify(collections), JSON.stringify(ids)) as Row[];
  const found = new Map(rows.map(referenceOf).map((reference) => [reference.id, reference]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

interface Row {
  collection: Named;
  body: Buffer;
}

function referenceOf({ collection, body }: Row): Reference {
  const { id, name, href } = JSON.parse(body.toString('utf8')) as Omit<Reference, 'kind'>;
  return { id, kind: kindOf[collection], name, href };
}
