// Fills the table of name keys: every id, Wikidata id, name and alias by which a filter value may be given.
import { outletKinds } from '../organizations/schema.ts';
import { nameKey } from '../text/name-key.ts';
import type { Database } from './open.ts';

/** Derives `name_key` from the truth, inside the caller's transaction. */
export function deriveNameKeys(database: Database): void {
  const insert = database.prepare('INSERT OR IGNORE INTO name_key VALUES (?, ?, ?)');
  const rows = database.prepare(namesQuery).raw().all(JSON.stringify(outletKinds)) as [
    string,
    string,
    string,
  ][];
  for (const [kind, id, name] of rows) insert.run(kind, nameKey(name), id);
}

const namesQuery = `
  WITH
  outlet AS (SELECT id, wikidata FROM organization WHERE kind IN (SELECT value FROM json_each(?))),
  agent_form (id, form) AS (
    SELECT id, id FROM agent
    UNION ALL SELECT agent, name FROM agent_name
    UNION ALL SELECT agent, alias FROM agent_alias
    UNION ALL SELECT id, wikidata FROM person WHERE wikidata IS NOT NULL
    UNION ALL SELECT id, wikidata FROM organization WHERE wikidata IS NOT NULL
  )
  SELECT kind, id, form FROM agent_form JOIN agent USING (id)
  UNION ALL SELECT 'outlet', id, form FROM agent_form JOIN outlet USING (id)
  UNION ALL SELECT 'place', id, id FROM place
  UNION ALL SELECT 'place', place, name FROM place_name
  UNION ALL SELECT 'place', place, alias FROM place_alias
  UNION ALL SELECT 'place', id, wikidata FROM place WHERE wikidata IS NOT NULL
  UNION ALL SELECT 'topic', id, id FROM topic
  UNION ALL SELECT 'topic', topic, name FROM topic_name
  UNION ALL SELECT 'event', id, id FROM event
  UNION ALL SELECT 'event', event, name FROM event_name
  UNION ALL SELECT 'source', id, id FROM source
  UNION ALL SELECT 'source', source, name FROM source_name`;
