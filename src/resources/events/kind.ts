// Events: their records, and the documents of /events.

import { orderOf, spanTerm } from '../../records/dates.ts';
import type { Document } from '../../records/documents.ts';
import { defineKind, eachDocument } from '../../records/kind.ts';
import type { Lookup } from '../../records/lookup.ts';
import { eachOnce } from '../../records/rules.ts';
import * as targets from '../../records/targets.ts';
import { type Event, type EventRecord, eventRecord } from './schema.ts';

export const eventKind = defineKind<EventRecord>({
  kind: 'event',
  schema: eventRecord,
  parent: 'partOf',
  rules: ({ participants }) =>
    eachOnce(
      participants.map(({ person }) => person),
      (at) => ['participants', at, 'person'],
    ),
  references({ partOf, place, participants }, refer) {
    refer(partOf, targets.event, 'partOf');
    refer(place, targets.place, 'place');
    for (const [at, { person, delegation }] of participants.entries()) {
      refer(person, targets.person, 'participants', at, 'person');
      refer(delegation, targets.place, 'participants', at, 'delegation');
    }
  },
  documents: eachDocument(documentOf),
});

function documentOf(record: EventRecord, lookup: Lookup): Document {
  const { id, kind, partOf, start, end, place, participants } = record;
  const { name, href } = lookup.reference(targets.event, id);
  const body: Event = {
    id,
    href,
    name,
    kind,
    partOf: lookup.optionalReference(targets.event, partOf),
    parts: lookup.children('event', id),
    start,
    end,
    place: lookup.optionalReference(targets.place, place),
    participants: participants.map(({ person, delegation, role }) => ({
      person: lookup.reference(targets.person, person),
      delegation: lookup.optionalReference(targets.place, delegation),
      role,
    })),
    statements: {
      event: lookup.count('statements', 'event', id),
      mention: lookup.count('statements', 'mention', `event/${id}`),
    },
    claims: { ...lookup.count('claims', 'event', id), href: `${href}/claims` },
    discrepancies: {
      all: { ...lookup.count('discrepancies', 'event', id), href: `${href}/discrepancies` },
      conflicting: {
        ...lookup.count('discrepancies', 'conflicting', id),
        href: `${href}/discrepancies?status=conflicting`,
      },
    },
  };
  return {
    id,
    sortKey: id,
    weight: body.statements.event.count,
    body,
    terms: eventTerms(record, lookup),
    text: { quoted: lookup.forms({ kind: 'event', id }) },
  };
}

/** Comes after every date, newest first. */
const undated = -1;

function* eventTerms(
  { kind, partOf, start, end, place, participants }: EventRecord,
  lookup: Lookup,
): Iterable<[string, string]> {
  yield ['kind', kind];
  yield ['date', String(start === null ? undated : orderOf(start))];
  const [from, to] = [start ?? end, end ?? start];
  if (from !== null && to !== null) yield ['held', spanTerm(from, to)];
  for (const parent of lookup.lineage('event', partOf)) yield ['partOf', parent];
  for (const within of lookup.lineage('place', place)) yield ['place', within];
  for (const { person } of participants) yield ['participant', person];
}
