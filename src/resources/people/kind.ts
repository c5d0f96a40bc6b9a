// People: their records, and the documents of /people.

import type { Document } from '../../records/documents.ts';
import { defineKind } from '../../records/kind.ts';
import type { Lookup } from '../../records/lookup.ts';
import * as targets from '../../records/targets.ts';
import { eventKind } from '../events/kind.ts';
import { type Person, type PersonRecord, personRecord } from './schema.ts';

export const personKind = defineKind<PersonRecord>({
  kind: 'person',
  schema: personRecord,
  idSpace: 'agent',
  references({ roles }, refer) {
    for (const [at, { organization }] of roles.entries()) {
      refer(organization, targets.organization, 'roles', at, 'organization');
    }
  },
  *documents(records, lookup) {
    const attended = eventsByParticipant(lookup);
    for (const record of records) yield documentOf(record, attended.get(record.id) ?? [], lookup);
  },
});

function eventsByParticipant(lookup: Lookup): Map<string, string[]> {
  const attended = new Map<string, string[]>();
  for (const { id, participants } of lookup.records(eventKind)) {
    for (const { person } of participants) attended.set(person, [...(attended.get(person) ?? []), id]);
  }
  return attended;
}

function documentOf(record: PersonRecord, events: readonly string[], lookup: Lookup): Document {
  const { id, aliases, roles, country, wikidata } = record;
  const { name, href } = lookup.reference(targets.person, id);
  const body: Person = {
    id,
    href,
    name,
    aliases,
    roles: roles.map(({ title, organization, from, to }) => ({
      title,
      organization: lookup.optionalReference(targets.organization, organization),
      from,
      to,
    })),
    country,
    wikidata,
    statements: {
      speaker: lookup.count('statements', 'speaker', id),
      addressee: lookup.count('statements', 'addressee', id),
      mention: lookup.count('statements', 'mention', `person/${id}`),
    },
  };
  return {
    id,
    sortKey: id,
    weight: body.statements.speaker.count,
    body,
    terms: personTerms(record, events, lookup),
    text: {
      quoted: lookup.forms({ kind: 'person', id }),
      own: body.roles.flatMap(({ title }) => Object.values(title)),
    },
  };
}

function* personTerms(
  { country, roles }: PersonRecord,
  events: readonly string[],
  lookup: Lookup,
): Iterable<[string, string]> {
  if (country !== null) yield ['country', country];
  for (const { organization } of roles) if (organization !== null) yield ['organization', organization];
  for (const event of events) for (const id of lookup.lineage('event', event)) yield ['event', id];
}
