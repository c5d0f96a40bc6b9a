// What documents say of other records: short references, names, the way up a tree, counts.

import type { z } from 'zod';
import type { BaseRecord } from './fields.ts';
import type { Collection, Kind } from './kinds.ts';
import type { Count, Reference } from './references.ts';
import type { Target } from './targets.ts';

/** A kind, and the type of its records. */
export interface KindOf<R extends BaseRecord> {
  readonly kind: Kind;
  readonly schema: z.ZodType<R>;
}

/** A source in short, with its publisher. */
export type SourceReference = Reference & { outlet: Reference | null };

/** What it returns is shared: read only. All references were checked before, so that none leads nowhere. */
export interface Lookup {
  /** The record in short. `written` is an id, or `kind/id`. */
  reference(target: Target, written: string): Reference;
  optionalReference(target: Target, written: string | null): Reference | null;
  source(id: string): SourceReference;
  /** The URL that a source was published under; null if it is not known. */
  urlOf(source: string): string | null;
  /** The country of a person or an organization. */
  countryOf(agent: string): string | null;
  /** All names and aliases of a record, names first; the same array each time. */
  forms(reference: Pick<Reference, 'kind' | 'id'>): readonly string[];
  /** An id with all ids above it in the tree, itself first; nothing for null. */
  lineage(kind: Kind, id: string | null): readonly string[];
  /** The records right below one in the tree, by id. */
  children(kind: Kind, id: string): Reference[];
  /** How many documents have the value so far, with the path of their list. */
  count(collection: Collection, facet: string, value: string): Count;
  /** All records of a kind, by id. */
  records<R extends BaseRecord>(kind: KindOf<R>): Iterable<R>;
  /** The bodies of the documents of a collection, in its order, once they are derived. */
  documents<Body>(collection: Collection): Iterable<Body>;
}
