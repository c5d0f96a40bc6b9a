// Reads what every answer needs of the truth again and again: short references, and the way up each tree.
import { collectionOf, type Kind, type Reference } from '../references.ts';
import type { Database } from './open.ts';

export type NamedKind = Exclude<Kind, 'statement' | 'claim'>;

/** A source in short, with its publisher. */
export type SourceReference = Reference & { outlet: Reference | null };

/** The vocabulary of the record, held in memory while the read model is derived. What it gives is shared: read only. */
export interface Truth {
  database: Database;
  /** The short form of a record. */
  reference(kind: NamedKind, id: string): Reference;
  /** The same for an id that may be missing. */
  optionalReference(kind: NamedKind, id: string | null): Reference | null;
  /** The short form of a person or organization. */
  agent(id: string): Reference;
  optionalAgent(id: string | null): Reference | null;
  /** The short form of a source with its publisher. */
  source(id: string): SourceReference;
  /** Where a source was published, if that is known. */
  url(source: string): string | null;
  /** Every name and alias of a record, in all languages. */
  forms(kind: NamedKind, id: string): readonly string[];
  /** An id with all that it lies under, itself first. */
  lineage(tree: Tree, id: string | null): readonly string[];
}

type Tree = 'place' | 'topic' | 'event';

/** Reads the names and trees; memory grows with the vocabulary, not with the statements. */
export function readTruth(database: Database): Truth {
  const references = readReferences(database);
  const agents = new Map([...references.person, ...references.organization]);
  const sources = readSources(database, references.source, agents);
  const forms = formsReader(references, readAliases(database));
  const lineages = {
    place: lineageReader(database, 'place', 'within'),
    topic: lineageReader(database, 'topic', 'broader'),
    event: lineageReader(database, 'event', 'part_of'),
  };
  // Foreign keys rule out that any of these is missing.
  const reference = (kind: NamedKind, id: string) => references[kind].get(id) as Reference;
  const agent = (id: string) => agents.get(id) as Reference;
  const published = (id: string) => sources.get(id) as Published;
  return {
    database,
    reference,
    optionalReference: (kind, id) => (id === null ? null : reference(kind, id)),
    agent,
    optionalAgent: (id) => (id === null ? null : agent(id)),
    source: (id) => published(id).reference,
    url: (id) => published(id).url,
    forms,
    lineage: (tree, id) => (id === null ? [] : lineages[tree](id)),
  };
}

type References = Record<NamedKind, Map<string, Reference>>;

function readReferences(database: Database): References {
  const references: References = {
    ...{ person: new Map(), organization: new Map(), place: new Map() },
    ...{ topic: new Map(), event: new Map(), source: new Map() },
  };
  for (const { kind, id, language, name } of database.prepare(namesQuery).iterate() as Iterable<NameRow>) {
    const known = references[kind].get(id);
    if (known) known.name[language] = name;
    else {
      const href = `/${collectionOf[kind]}/${id}`;
      references[kind].set(id, { id, kind, name: nameWith(language, name), href });
    }
  }
  return references;
}

interface Published {
  reference: SourceReference;
  url: string | null;
}

function readSources(
  database: Database,
  references: ReadonlyMap<string, Reference>,
  agents: ReadonlyMap<string, Reference>,
): Map<string, Published> {
  const rows = database.prepare('SELECT id, outlet, url FROM source').raw().all();
  return new Map(
    (rows as [string, string | null, string | null][]).map(([id, outlet, url]) => [
      id,
      {
        reference: {
          ...(references.get(id) as Reference),
          outlet: outlet === null ? null : (agents.get(outlet) as Reference),
        },
        url,
      },
    ]),
  );
}

/** Each is put together once: most are asked for by many answers. */
function formsReader(references: References, aliases: ReadonlyMap<string, string[]>): Truth['forms'] {
  const known = new Map<Reference, readonly string[]>();
  return (kind, id) => {
    const reference = references[kind].get(id) as Reference;
    let forms = known.get(reference);
    if (forms === undefined) {
      forms = [...Object.values(reference.name), ...(aliases.get(`${kind}/${id}`) ?? [])];
      known.set(reference, forms);
    }
    return forms;
  };
}

/** The ways up a tree, each put together once. */
function lineageReader(database: Database, table: Tree, column: string): (id: string) => readonly string[] {
  const rows = database.prepare(`SELECT id, ${column} FROM ${table}`).raw().all();
  const parents = new Map(rows as [string, string | null][]);
  const known = new Map<string, readonly string[]>();
  return (id) => {
    const ready = known.get(id);
    if (ready !== undefined) return ready;
    const path: string[] = [];
    for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) path.push(at);
    known.set(id, path);
    return path;
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
