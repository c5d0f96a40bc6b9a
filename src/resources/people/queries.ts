// Reads people from the truth and makes the answers of /people.

import { byLanguage, type Truth, textsByLanguage } from '../../sqlite/truth.ts';
import type { Counter, Document } from '../../store/documents.ts';
import type { Person } from './schema.ts';

interface PersonRow {
  id: string;
  country: string | null;
  wikidata: string | null;
}

/** All people, by id. */
export function* personDocuments(truth: Truth, counter: Counter): Iterable<Document> {
  const aliases = truth.database
    .prepare('SELECT alias FROM agent_alias WHERE agent = ? ORDER BY position')
    .pluck();
  const events = truth.database
    .prepare('SELECT DISTINCT event FROM event_participant WHERE person = ?')
    .pluck();
  const rolesOf = roleReader(truth);
  const rows = truth.database
    .prepare('SELECT id, country, wikidata FROM person ORDER BY id')
    .all() as PersonRow[];
  for (const { id, country, wikidata } of rows) {
    const { name, href } = truth.agent(id);
    const body: Person = {
      id,
      href,
      name,
      aliases: aliases.all(id) as string[],
      roles: rolesOf(id),
      country,
      wikidata,
      statements: {
        speaker: counter('statements', 'speaker', id),
        addressee: counter('statements', 'addressee', id),
        mention: counter('statements', 'mention', id),
      },
    };
    const terms = personTerms(truth, body, events.all(id) as string[]);
    const text = {
      quoted: truth.forms('person', id),
      own: body.roles.flatMap(({ title }) => Object.values(title)),
    };
    yield { id, sortKey: id, weight: body.statements.speaker.count, body, terms, text };
  }
}

function* personTerms(
  truth: Truth,
  { country, roles }: Person,
  events: string[],
): Iterable<[string, string]> {
  if (country !== null) yield ['country', country];
  for (const { organization } of roles) if (organization) yield ['organization', organization.id];
  for (const event of events) for (const id of truth.lineage('event', event)) yield ['event', id];
}

interface RoleRow {
  position: number;
  organization: string | null;
  valid_from: string | null;
  valid_to: string | null;
}

function roleReader(truth: Truth): (person: string) => Person['roles'] {
  const roles = truth.database.prepare(
    'SELECT position, organization, valid_from, valid_to FROM person_role WHERE person = ? ORDER BY position',
  );
  const titles = truth.database
    .prepare(`SELECT language, title FROM person_role_title WHERE person = ? AND position = ? ${byLanguage}`)
    .raw();
  return (person) =>
    (roles.all(person) as RoleRow[]).map(({ position, organization, valid_from, valid_to }) => ({
      title: textsByLanguage(titles.all(person, position) as [string, string][]),
      organization: truth.optionalAgent(organization),
      from: valid_from,
      to: valid_to,
    }));
}
