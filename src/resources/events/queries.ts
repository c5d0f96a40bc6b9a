// Reads events from the truth and makes the answers of /events.

import { byLanguage, type Truth, textsByLanguage } from '../../sqlite/truth.ts';
import type { Counter, Document } from '../../store/documents.ts';
import type { Event, EventRecord } from './schema.ts';

interface EventRow {
  id: string;
  kind: EventRecord['kind'];
  part_of: string | null;
  started_at: string | null;
  ended_at: string | null;
  place: string | null;
}

/** All events, by id. */
export function* eventDocuments(truth: Truth, counter: Counter): Iterable<Document> {
  const query = truth.database.prepare('SELECT * FROM event ORDER BY id');
  const parts = truth.database.prepare('SELECT id FROM event WHERE part_of = ? ORDER BY id').pluck();
  const participantsOf = participantReader(truth);
  for (const row of query.all() as EventRow[]) {
    const { id, name, href } = truth.reference('event', row.id);
    const body: Event = {
      id,
      href,
      name,
      kind: row.kind,
      partOf: truth.optionalReference('event', row.part_of),
      parts: (parts.all(id) as string[]).map((part) => truth.reference('event', part)),
      start: row.started_at,
      end: row.ended_at,
      place: truth.optionalReference('place', row.place),
      participants: participantsOf(id),
      statements: {
        event: counter('statements', 'event', id),
        mention: counter('statements', 'mention', id),
      },
      claims: { ...counter('claims', 'event', id), href: `${href}/claims` },
      discrepancies: {
        all: { ...counter('discrepancies', 'event', id), href: `${href}/discrepancies` },
        conflicting: {
          ...counter('discrepancies', 'conflicting', id),
          href: `${href}/discrepancies?status=conflicting`,
        },
      },
    };
    yield {
      id,
      sortKey: id,
      weight: body.statements.event.count,
      body,
      terms: eventTerms(truth, body),
      text: { quoted: truth.forms('event', id) },
    };
  }
}

function* eventTerms(truth: Truth, { kind, partOf, place, participants }: Event): Iterable<[string, string]> {
  yield ['kind', kind];
  for (const parent of truth.lineage('event', partOf?.id ?? null)) yield ['partOf', parent];
  for (const within of truth.lineage('place', place?.id ?? null)) yield ['place', within];
  for (const { person } of participants) yield ['participant', person.id];
}

interface ParticipantRow {
  position: number;
  person: string;
  delegation: string | null;
}

function participantReader(truth: Truth): (event: string) => Event['participants'] {
  const participants = truth.database.prepare(
    'SELECT position, person, delegation FROM event_participant WHERE event = ? ORDER BY position',
  );
  const roles = truth.database
    .prepare(
      `SELECT language, role FROM event_participant_role WHERE event = ? AND position = ? ${byLanguage}`,
    )
    .raw();
  return (event) =>
    (participants.all(event) as ParticipantRow[]).map(({ position, person, delegation }) => {
      const role = roles.all(event, position) as [string, string][];
      return {
        person: truth.agent(person),
        delegation: truth.optionalReference('place', delegation),
        role: role.length > 0 ? textsByLanguage(role) : null,
      };
    });
}
