// Checks that a name leads to one record: a filter value is an id, a Wikidata id, or any name or alias.

import type { Kind } from '../../records/references.ts';
import type { Database } from '../../sqlite/open.ts';
import { nameKey } from '../../text/name-key.ts';
import type { FieldPath } from '../problems.ts';
import type { Reporter } from '../reporter.ts';

interface Form {
  space: string;
  kind: Kind;
  id: string;
  form: string;
  path: string;
}

/** Reports each name that two people or organizations, two places, or two topics share. */
export function checkNames(database: Database, reporter: Reporter): void {
  database.exec(
    'CREATE TEMP TABLE name_use (space TEXT, key TEXT, id TEXT, kind TEXT, form TEXT, path TEXT, PRIMARY KEY (space, key, id)) WITHOUT ROWID',
  );
  const insert = database.prepare('INSERT OR IGNORE INTO name_use VALUES (?, ?, ?, ?, ?, ?)');
  for (const { space, kind, id, form, path } of formsOf(database)) {
    insert.run(space, nameKey(form), id, kind, form, path);
  }
  for (const { first, firstKind, id, kind, form, path } of collisionsIn(database)) {
    const message = `'${form}' also means ${reporter.nameWithPlace(firstKind, first)}, so a filter could not tell them apart; remove it from one of them`;
    reporter.report(kind, id, { path: JSON.parse(path) as FieldPath, message });
  }
  database.exec('DROP TABLE name_use');
}

/** All at once: rows cannot be written while others are still being read. Vocabularies are small. */
const formsOf = (database: Database): Form[] => database.prepare(forms).all() as Form[];

interface Collision extends Form {
  first: string;
  firstKind: Kind;
}

function collisionsIn(database: Database): Collision[] {
  return database
    .prepare(
      `SELECT one.id AS first, one.kind AS firstKind, other.* FROM (
         SELECT space, key, min(id) AS first FROM name_use WHERE key <> '' GROUP BY space, key HAVING count(*) > 1
       ) shared
       JOIN name_use one ON one.space = shared.space AND one.key = shared.key AND one.id = shared.first
       JOIN name_use other ON other.space = shared.space AND other.key = shared.key AND other.id <> shared.first
       LIMIT 1000`,
    )
    .all() as Collision[];
}

const ofAgents = (form: string, path: string, from: string): string =>
  `SELECT 'agent' AS space, agent.kind, agent.id, ${form} AS form, ${path} AS path FROM ${from}`;

const named = (kind: string): string => `
  UNION ALL SELECT '${kind}', '${kind}', id, id, '["id"]' FROM ${kind}
  UNION ALL SELECT '${kind}', '${kind}', ${kind}, name, json_array('name', language) FROM ${kind}_name`;

const forms = `
  ${ofAgents('agent.id', `'["id"]'`, 'agent')}
  UNION ALL ${ofAgents('name', `json_array('name', language)`, 'agent_name JOIN agent ON agent.id = agent')}
  UNION ALL ${ofAgents('alias', `json_array('aliases', position)`, 'agent_alias JOIN agent ON agent.id = agent')}
  UNION ALL ${ofAgents('wikidata', `'["wikidata"]'`, 'person JOIN agent USING (id) WHERE wikidata IS NOT NULL')}
  UNION ALL ${ofAgents('wikidata', `'["wikidata"]'`, 'organization JOIN agent USING (id) WHERE wikidata IS NOT NULL')}
  ${named('place')}
  UNION ALL SELECT 'place', 'place', place, alias, json_array('aliases', position) FROM place_alias
  UNION ALL SELECT 'place', 'place', id, wikidata, '["wikidata"]' FROM place WHERE wikidata IS NOT NULL
  ${named('topic')}`;
