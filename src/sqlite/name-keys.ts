// Fills the table of name keys: every id, Wikidata id, name and alias by which a filter value may be given.
import { outletKinds } from '../resources/organizations/schema.ts';
import { nameKey } from '../text/name-key.ts';
import type { Database } from './open.ts';

/** Derives `name_key` from the truth, inside the caller's transaction. */
export function deriveNameKeys(database: Database): void {
  const insert = database.prepare('INSERT OR IGNORE INTO name_key VALUES (?, ?, ?)');
  for (const [kind, id, form] of deriveFrom(database, `${nameForms} ${outletForms} ${idForms}`)) {
    insert.run(kind, nameKey(form), id);
  }
}

/** Rows of kind, id and form. The kinds of outlets are the first parameter of every such query. */
export function deriveFrom(database: Database, query: string): [kind: string, id: string, form: string][] {
  return database.prepare(query).raw().all(JSON.stringify(outletKinds)) as [string, string, string][];
}

/** Every name and alias. */
export const nameForms = `
  WITH outlet AS (SELECT id FROM organization WHERE kind IN (SELECT value FROM json_each(?))),
  agent_form (id, form) AS (
    SELECT agent, name FROM agent_name
    UNION ALL SELECT agent, alias FROM agent_alias
  )
  SELECT kind, id, form FROM agent_form JOIN agent USING (id)
  UNION ALL SELECT 'place', place, name FROM place_name
  UNION ALL SELECT 'place', place, alias FROM place_alias
  UNION ALL SELECT 'topic', topic, name FROM topic_name
  UNION ALL SELECT 'event', event, name FROM event_name`;

/** The same for outlets, under a kind of their own, and sources. */
const outletForms = `
  UNION ALL SELECT 'outlet', id, form FROM agent_form JOIN outlet USING (id)
  UNION ALL SELECT 'source', source, name FROM source_name`;

/** Ids, here and in Wikidata, and those that were given up. */
const idForms = `
  UNION ALL SELECT kind, id, id FROM agent
  UNION ALL SELECT 'outlet', id, id FROM outlet
  UNION ALL SELECT 'place', id, id FROM place
  UNION ALL SELECT 'topic', id, id FROM topic
  UNION ALL SELECT 'event', id, id FROM event
  UNION ALL SELECT 'source', id, id FROM source
  UNION ALL SELECT 'person', id, wikidata FROM person WHERE wikidata IS NOT NULL
  UNION ALL SELECT 'organization', id, wikidata FROM organization WHERE wikidata IS NOT NULL
  UNION ALL SELECT 'outlet', id, wikidata FROM organization JOIN outlet USING (id) WHERE wikidata IS NOT NULL
  UNION ALL SELECT 'place', id, wikidata FROM place WHERE wikidata IS NOT NULL
  UNION ALL SELECT kind, successor, retired FROM retired_id WHERE kind NOT IN ('statement', 'claim')
  UNION ALL SELECT 'outlet', id, retired FROM retired_id JOIN outlet ON id = successor WHERE kind = 'organization'`;
