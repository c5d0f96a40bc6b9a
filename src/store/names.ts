// What names stand for: the kinds that a name can belong to, and the questions about names.
import type { z } from 'zod';
import type { names } from '../records/fields.ts';
import type { Collection, KindWithNames } from '../records/kinds.ts';

/** A name in each language. */
export type Name = z.output<typeof names>;

/** What a name can stand for; an outlet is an organization that publishes. */
export type NamedKind = KindWithNames | 'outlet';

/**
 * A name, an alias, an id, `kind/id`, or a Wikidata id or address, in any script and spelling, among records of these kinds.
 * A comma or a leading `!` belongs to the name: `Anchorage, Alaska`.
 */
export interface NameQuestion {
  kinds: readonly NamedKind[];
  text: string;
}

/** A record that a name stands for. An outlet is asked for as one, or as an organization. */
export interface NamedId {
  kind: NamedKind;
  id: string;
}

/** A document by its collection and id. */
export interface DocumentId {
  collection: Collection;
  id: string;
}
