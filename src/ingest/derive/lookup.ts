// Holds in memory what documents say of the records that they refer to.

import type { BaseRecord } from '../../records/fields.ts';
import type { KindDefinition } from '../../records/kind.ts';
import { collectionOf, isNamed, type Kind } from '../../records/kinds.ts';
import type { Lookup, SourceReference } from '../../records/lookup.ts';
import type { Reference } from '../../records/references.ts';
import { agent, type Target } from '../../records/targets.ts';
import { kindDefinitions } from '../../resources/registry.ts';
import type { Database } from '../../sqlite/open.ts';
import { recordsById } from '../load/stored-records.ts';

/** The fields that records with names may have, as far as documents of other records need them. */
interface NamedRecord extends BaseRecord {
  name: Reference['name'];
  aliases?: string[];
  country?: string | null;
  outlet?: string | null;
  url?: string | null;
}

/** What is kept of a record. */
interface Entry {
  reference: Reference;
  /** Names, then aliases. */
  forms: readonly string[];
  parent: string | null;
  children: Reference[];
  country: string | null;
  outlet: string | null;
  url: string | null;
}

type Entries = ReadonlyMap<Kind, ReadonlyMap<string, Entry>>;

/** Reads the records of all kinds that have names. Memory grows with these, not with the statements. */
export function readLookup(database: Database, derived: Pick<Lookup, 'count' | 'documents'>): Lookup {
  const entries = new Map(
    kindDefinitions
      .filter(({ kind }) => isNamed(kind))
      .map((each) => [each.kind, readEntries(database, each)]),
  );
  const reference = (target: Target, written: string): Reference =>
    entryNamed(entries, target, written).reference;
  return {
    ...derived,
    reference,
    optionalReference: (target, written) => (written === null ? null : reference(target, written)),
    source: sourceReader(entries),
    urlOf: (id) => entryOf(entries, 'source', id).url,
    countryOf: (id) => entryNamed(entries, agent, id).country,
    forms: ({ kind, id }) => entryOf(entries, kind, id).forms,
    lineage: lineageReader(entries),
    children: (kind, id) => entryOf(entries, kind, id).children,
    records: (definition) => recordsById(database, definition),
  };
}

function readEntries(database: Database, definition: KindDefinition): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const record of recordsById(database, definition)) {
    entries.set(record.id, entryFrom(record as NamedRecord, definition));
  }
  for (const { reference, parent } of entries.values()) {
    if (parent !== null) entries.get(parent)?.children.push(reference);
  }
  return entries;
}

function entryFrom(record: NamedRecord, { kind, parent }: KindDefinition): Entry {
  const { id, name, aliases = [], country = null, outlet = null, url = null } = record;
  const above = parent === undefined ? null : (record as unknown as Record<string, string | null>)[parent];
  return {
    reference: { id, kind, name, href: `/${collectionOf[kind]}/${id}` },
    forms: [...Object.values(name), ...aliases],
    parent: above ?? null,
    children: [],
    country,
    outlet,
    url,
  };
}

/** References were checked, so that there is such a record. */
const entryOf = (entries: Entries, kind: Kind, id: string): Entry => entries.get(kind)?.get(id) as Entry;

/** The record that a reference names. */
function entryNamed(entries: Entries, { kinds }: Target, written: string): Entry {
  for (const kind of kinds) {
    const found = entries.get(kind)?.get(written);
    if (found) return found;
  }
  const [kind, id = ''] = written.split('/');
  return entryOf(entries, kind as Kind, id);
}

function sourceReader(entries: Entries): Lookup['source'] {
  const known = new Map<string, SourceReference>();
  return (id) => {
    const ready = known.get(id);
    if (ready) return ready;
    const { reference, outlet } = entryOf(entries, 'source', id);
    const publisher = outlet === null ? null : entryOf(entries, 'organization', outlet).reference;
    const made = { ...reference, outlet: publisher };
    known.set(id, made);
    return made;
  };
}

/** Each list is made once. */
function lineageReader(entries: Entries): Lookup['lineage'] {
  const known = new Map<Entry, readonly string[]>();
  return (kind, id) => {
    if (id === null) return [];
    const entry = entryOf(entries, kind, id);
    const ready = known.get(entry);
    if (ready) return ready;
    const lineage: string[] = [];
    for (let at: string | null = id; at !== null; at = entryOf(entries, kind, at).parent) lineage.push(at);
    known.set(entry, lineage);
    return lineage;
  };
}
