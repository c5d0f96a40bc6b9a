// Reads what every answer needs of the truth again and again: short references, and the way up each tree.
import { collectionOf, type Kind, type Reference } from '../records/references.ts';
import type { Database } from './open.ts';

export type NamedKind = Exclude<Kind, 'statement' | 'claim'>;

/** A source in short, with its publisher. */
export type SourceReference = Reference & { outlet: Reference | null };

/** Gives what is known of the things that answers name. What it gives is shared: read only. */
export interface Glossary {
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
  /** The country of a person or organization, if it has one. */
  country(agent: string): string | undefined;
}

/** The vocabulary of the record, held in memory while the read model is derived, and the database behind it. */
export interface Truth extends Glossary {
  database: Database;
}

/** What a glossary is made of, plain enough to be handed to a thread. */
export interface GlossaryEntries {
  references: References;
  aliases: Map<string, string[]>;
  sources: [id: string, outlet: string | null, url: string | null][];
  /** What each lies under. */
  parents: Record<Tree, Map<string, string | null>>;
  countries: Map<string, string>;
}

type Tree = 'place' | 'topic' | 'event';

/** Reads the names and trees; memory grows with the vocabulary, not with the statements. */
export const readTruth = (database: Database): Truth => ({
  database,
  ...glossaryOf(readGlossary(database)),
});

export function readGlossary(database: Database): GlossaryEntries {
  const rows = <Row>(query: string) => database.prepare(query).raw().all() as Row[];
  const parents = (table: Tree, column: string) =>
    new Map(rows<[string, string | null]>(`SELECT id, ${column} FROM ${table}`));
  return {
    references: readReferences(database),
    aliases: readAliases(database),
    sources: rows('SELECT id, outlet, url FROM source'),
    parents: {
      place: parents('place', 'within'),
      topic: parents('topic', 'broader'),
      event: parents('event', 'part_of'),
    },
    countries: new Map(
      rows<[string, string]>(`
        SELECT id, country FROM person WHERE country IS NOT NULL
        UNION ALL SELECT id, country FROM organization WHERE country IS NOT NULL`),
    ),
  };
}

/** Makes the look-ups. */
export function glossaryOf(entries: GlossaryEntries): Glossary {
  const { references, aliases, parents, countries } = entries;
  const agents = new Map([...references.person, ...references.organization]);
  const sources = publishedSources(entries, agents);
  const lineages = {
    place: lineageReader(parents.place),
    topic: lineageReader(parents.topic),
    event: lineageReader(parents.event),
  };
  // Foreign keys rule out that any of these is missing.
  const reference = (kind: NamedKind, id: string) => references[kind].get(id) as Reference;
  const agent = (id: string) => agents.get(id) as Reference;
  const published = (id: string) => sources.get(id) as Published;
  return {
    reference,
    optionalReference: (kind, id) => (id === null ? null : reference(kind, id)),
    agent,
    optionalAgent: (id) => (id === null ? null : agent(id)),
    source: (id) => published(id).reference,
    url: (id) => published(id).url,
    forms: formsReader(references, aliases),
    lineage: (tree, id) => (id === null ? [] : lineages[tree](id)),
    country: (id) => countries.get(id),
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

function publishedSources(
  { references, sources }: GlossaryEntries,
  agents: ReadonlyMap<string, Reference>,
): Map<string, Published> {
  return new Map(
    sources.map(([id, outlet, url]) => [
      id,
      {
        reference: {
          ...(references.source.get(id) as Reference),
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
function lineageReader(parents: ReadonlyMap<string, string | null>): (id: string) => readonly string[] {
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
