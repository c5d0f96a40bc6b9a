// The definition of a kind of record: all that the ingest and the read model must know of it.
import type { z } from 'zod';
import type { Document } from './documents.ts';
import type { BaseRecord } from './fields.ts';
import type { FieldPath, Issue } from './issue.ts';
import type { Collection } from './kinds.ts';
import type { KindOf, Lookup } from './lookup.ts';
import type { Place } from './rules.ts';
import type { Target } from './targets.ts';

/** Takes one reference of a record: what is written, what it may name, and the field that holds it. Null is no reference. */
export type Refer = (written: string | null, target: Target, ...path: FieldPath) => void;

/** A stretch of a source that a record cites. Offsets count Unicode code points. */
export interface Citation extends Place {
  source: string;
}

/** Documents that are parts of another document and have a collection of their own. */
export interface Parts {
  collection: Collection;
  /** The kind of part, for messages, and the fields of the record with the parts and with the id of each. */
  name: string;
  field: string;
  /** Ids that no part may have: routes beside the items of the collection. */
  reservedIds: readonly string[];
  documents(whole: object, lookup: Lookup): Document[];
  /** The sort keys of these documents. */
  sortKeys(whole: object): string[];
}

/** `R` is a checked record, with defaults filled in. Methods are written as such so that kinds fit into one list. */
export interface KindDefinition<R extends BaseRecord = BaseRecord> extends KindOf<R> {
  readonly schema: z.ZodType<R> & { readonly shape: object };
  /** Kinds with the same id space share their ids, each of which stands for one record. By default the kind itself. */
  readonly idSpace?: string;
  /** Ids that no record may have: routes beside the items of the collection, and words that filters take for something else. */
  readonly reservedIds?: readonly string[];
  /** The field that names the record above this one, where records form a tree. */
  readonly parent?: string;
  /** Fields of which no two records have the same value, unless it is null. */
  readonly uniqueFields?: readonly string[];
  readonly parts?: Parts;
  /** A further kind of thing under which filters know the name of the record; null where it is none. */
  alsoKnownAs?(record: R): string | null;
  /** Rules that a record must keep by itself beyond its schema. */
  rules?(record: R): Issue[];
  references?(record: R, refer: Refer): void;
  citations?(record: R): Iterable<[Citation, FieldPath]>;
  /** The place of its document in the order of the collection, compared byte by byte. By default the id. */
  sortKey?(record: R): string;
  /** The documents of the collection, one for each record. Records come in the order of their sort keys. */
  documents(records: Iterable<R>, lookup: Lookup): Iterable<Document>;
}

/** The documents of a kind of which each depends on its own record alone. */
export const eachDocument = <R extends BaseRecord>(documentOf: (record: R, lookup: Lookup) => Document) =>
  function* documents(records: Iterable<R>, lookup: Lookup): Iterable<Document> {
    for (const record of records) yield documentOf(record, lookup);
  };

/** Defines a kind, and checks that the fields it names are fields of its records. */
export const defineKind = <R extends BaseRecord>(
  definition: KindDefinition<R> & {
    readonly parent?: keyof R & string;
    readonly uniqueFields?: readonly (keyof R & string)[];
  },
): KindDefinition<R> => definition;
