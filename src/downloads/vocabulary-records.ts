// Reads people, organizations, places and topics back from the truth as the records that they came from.
import type { Prepare } from '../database/prepare.ts';
import type { RecordOf } from '../ingest/records.ts';
import { aliasesOf, formerly, namesOf, rowsOf, textsOf } from './record-parts.ts';

type PersonRow = Pick<RecordOf<'person'>, 'id' | 'country' | 'wikidata'>;

interface RoleRow {
  position: number;
  organization: string | null;
  valid_from: string | null;
  valid_to: string | null;
}

export function* personRecords(prepare: Prepare): Iterable<RecordOf<'person'>> {
  const roles = prepare('SELECT * FROM person_role WHERE person = ? ORDER BY position');
  const title = 'SELECT language, title FROM person_role_title WHERE person = ? AND position = ?';
  for (const { id, country, wikidata } of rowsOf<PersonRow>(prepare, 'person')) {
    const held = roles.all(id) as RoleRow[];
    yield {
      id,
      formerly: formerly(prepare, 'person', id),
      name: namesOf(prepare, 'agent', id),
      aliases: aliasesOf(prepare, 'agent', id),
      roles: held.map(({ position, organization, valid_from, valid_to }) => ({
        title: textsOf(prepare, title, id, position),
        organization,
        from: valid_from,
        to: valid_to,
      })),
      country,
      wikidata,
    };
  }
}

type OrganizationRow = Pick<RecordOf<'organization'>, 'id' | 'kind' | 'country' | 'wikidata'>;

export function* organizationRecords(prepare: Prepare): Iterable<RecordOf<'organization'>> {
  for (const { id, kind, country, wikidata } of rowsOf<OrganizationRow>(prepare, 'organization')) {
    const name = namesOf(prepare, 'agent', id);
    const aliases = aliasesOf(prepare, 'agent', id);
    yield { id, formerly: formerly(prepare, 'organization', id), name, kind, aliases, country, wikidata };
  }
}

type PlaceRow = Omit<RecordOf<'place'>, 'formerly' | 'name' | 'aliases'>;

export function* placeRecords(prepare: Prepare): Iterable<RecordOf<'place'>> {
  for (const { id, kind, within, latitude, longitude, wikidata } of rowsOf<PlaceRow>(prepare, 'place')) {
    const shared = { id, formerly: formerly(prepare, 'place', id), name: namesOf(prepare, 'place', id) };
    yield {
      ...shared,
      kind,
      within,
      latitude,
      longitude,
      aliases: aliasesOf(prepare, 'place', id),
      wikidata,
    };
  }
}

export function* topicRecords(prepare: Prepare): Iterable<RecordOf<'topic'>> {
  const description = 'SELECT language, description FROM topic_description WHERE topic = ?';
  for (const { id, broader } of rowsOf<Pick<RecordOf<'topic'>, 'id' | 'broader'>>(prepare, 'topic')) {
    const name = namesOf(prepare, 'topic', id);
    yield {
      id,
      formerly: formerly(prepare, 'topic', id),
      name,
      broader,
      description: textsOf(prepare, description, id),
    };
  }
}
