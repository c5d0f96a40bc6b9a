// Looks up name keys and terms, for all requests that ask at the same time together: after a start or a publish each of them asks.
import type { Term } from '../combining/source.ts';
import { type Collection, collections } from '../records/kinds.ts';
import type { NamedKind } from '../store/names.ts';
import { batched, type Lookup } from './batches.ts';
import type { Reader } from './reader.ts';
import * as statements from './statements.ts';

/** The records of one kind that have a name key. */
export interface NamedRecords {
  kind: NamedKind;
  key: string;
  ids: string[];
}

/** A term; its set only if it is small. */
export interface TermRow extends Term {
  facet: string;
  docIds: Buffer | null;
}

export interface Lookups {
  /** By `entryOf` a kind and a name key. */
  names: Lookup<string, NamedRecords>;
  /** By `entryOf` a facet and a value. */
  terms: Readonly<Record<Collection, Lookup<string, TermRow>>>;
}

/** The key of a lookup by two texts, of which the first has no space. */
export const entryOf = (one: string, other: string): string => `${one} ${other}`;

export const lookupsOf = (reader: Reader): Lookups => ({
  names: batched(
    async (entries) => recordsOf(await reader.rows<NameRow>(statements.recordsByNameKey, columnsOf(entries))),
    ({ kind, key }) => entryOf(kind, key),
  ),
  terms: Object.fromEntries(
    collections.map((collection) => [
      collection,
      batched(
        (entries: readonly string[]) =>
          reader.rows<TermRow>(statements.termsByName, [collection, ...columnsOf(entries)]),
        ({ facet, value }) => entryOf(facet, value),
      ),
    ]),
  ) as unknown as Lookups['terms'],
});

interface NameRow {
  kind: NamedKind;
  key: string;
  id: string;
}

function recordsOf(rows: readonly NameRow[]): NamedRecords[] {
  const found = new Map<string, NamedRecords>();
  for (const { kind, key, id } of rows) {
    const known = found.get(entryOf(kind, key));
    if (known) known.ids.push(id);
    else found.set(entryOf(kind, key), { kind, key, ids: [id] });
  }
  return [...found.values()];
}

/** All first texts and all second ones: a statement finds what they have in common with its table. */
function columnsOf(entries: readonly string[]): [string[], string[]] {
  const parts = entries.map((entry) => [
    entry.slice(0, entry.indexOf(' ')),
    entry.slice(entry.indexOf(' ') + 1),
  ]);
  return [0, 1].map((at) => [...new Set(parts.map((each) => each[at] as string))]) as [string[], string[]];
}
