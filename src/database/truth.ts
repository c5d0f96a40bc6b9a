// Reads what every answer needs of the truth again and again: short references, and the way up each tree.
import { collectionOf, type Kind, type Reference } from '../references.ts';
import type { Database } from './open.ts';

export type NamedKind = Exclude<Kind, 'statement' | 'claim'>;

/** The vocabulary of the record, held in memory while the read model is derived. */
export interface Truth {
  database: Database;
  /** The short form of a record. */
  reference(kind: NamedKind, id: string): Reference;
  /** The same for an id that may be missing. */
  optionalReference(kind: NamedKind, id: string | null): Reference | null;
  /** The short form of a person or organization. */
  agent(id: string): Reference;
  optionalAgent(id: string | null): Reference | null;
  /** Every name and alias of a record, in all languages. */
  forms(kind: NamedKind, id: string): string[];
  /** An id with all that it lies under, itself first. */
  lineage(tree: Tree, id: string | null): string[];
}

type Tree = 'place' | 'topic' | 'event';

/** Reads the names and trees; memory grows with the vocabulary, not with the statements. */
export function readTruth(database: Database): Truth {
  const references = new Map<string, Reference>();
  for (const { kind, id, language, name } of database.prepare(namesQuery).iterate() as Iterable<NameRow>) {
    const key = `${kind}/${id}`;
    const known = references.get(key);
    if (known) known.name[language] = name;
    else
      references.set(key, { id, kind, name: nameWith(language, name), href: `/${collectionOf[kind]}/${id}` });
  }
  const aliases = readAliases(database);
  const kindOf = new Map(database.prepare('SELECT id, kind FROM agent').raw().all() as [string, NamedKind][]);
  const parents = { place: parentsOf('within'), topic: parentsOf('broader'), event: parentsOf('part_of') };

  function parentsOf(column: 'within' | 'broader' | 'part_of'): Map<string, string | null> {
    const table = { within: 'place', broader: 'topic', part_of: 'event' }[column];
    return new Map(
      database.prepare(`SELECT id, ${column} FROM ${table}`).raw().all() as [string, string | null][],
    );
  }

  function reference(kind: NamedKind, id: string): Reference {
    return references.get(`${kind}/${id}`) as Reference; // foreign keys rule out that it is missing
  }

  const agent = (id: string): Reference => reference(kindOf.get(id) as NamedKind, id);

  return {
    database,
    reference,
    optionalReference: (kind, id) => (id === null ? null : reference(kind, id)),
    agent,
    optionalAgent: (id) => (id === null ? null : agent(id)),
    forms: (kind, id) => [
      ...Object.values(reference(kind, id).name),
      ...(aliases.get(`${kind}/${id}`) ?? []),
    ],
    lineage(tree, id) {
      const path: string[] = [];
      for (let at = id; at !== null; at = parents[tree].get(at) ?? null) path.push(at);
      return path;
    },
  };
}

function readAliases(database: Database): Map<string, string[]> {
  const query = `
    SELECT agent.kind || '/' || agent, alias FROM agent_alias JOIN agent ON agent.id = agent
    UNION ALL SELECT 'place/' || place, alias FROM place_alias`;
  const aliases = new Map<string, string[]>();
  for (const [key, alias] of database.prepare(query).raw().iterate() as Iterable<[string, string]>) {
    const known = aliases.get(key);
    if (known) known.push(alias);
    else aliases.set(key, [alias]);
  }
  return aliases;
}

interface NameRow {
  kind: NamedKind;
  id: string;
  language: string;
  name: string;
}

/** English and Arabic come first in every answer; rows arrive in that order. */
const nameWith = (language: string, name: string) => ({ [language]: name }) as Reference['name'];

const namesQuery = `
  SELECT kind, id, language, name FROM (
    SELECT agent.kind, agent AS id, language, name FROM agent_name JOIN agent ON agent.id = agent
    UNION ALL SELECT 'place', place, language, name FROM place_name
    UNION ALL SELECT 'topic', topic, language, name FROM topic_name
    UNION ALL SELECT 'event', event, language, name FROM event_name
    UNION ALL SELECT 'source', source, language, name FROM source_name
  )
  ORDER BY kind, id, language <> 'en', language <> 'ar', language`;

/** Ends a query for texts by language: English and Arabic first. */
export const byLanguage = "ORDER BY language <> 'en', language <> 'ar', language";

/** Texts by language from rows of `language` and text, in their order. */
export const textsByLanguage = (rows: [language: string, text: string][]) =>
  Object.fromEntries(rows) as { en: string; ar: string };
