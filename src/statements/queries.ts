// Reads statements with their renditions from the truth and makes the answers of /statements.
import { isDiffering, wordingOf } from '../comparison/wording.ts';
import type { Document, SearchText } from '../database/documents.ts';
import { byLanguage, type NamedKind, type Truth, textsByLanguage } from '../database/truth.ts';
import type { Reference } from '../references.ts';
import { exclusiveCarriers } from './carriers.ts';
import { sortKey } from './order.ts';
import { type RenditionWithOutlets, readRenditions } from './renditions.ts';
import { reportedValues } from './reported.ts';
import type { Statement } from './schema.ts';

interface StatementRow {
  id: string;
  said_on: string | null;
  event: string | null;
  place: string | null;
}

/** How many statements are read at a time; bounds the memory that a derivation takes. */
const batch = 1_000;

/** All statements, newest first (undated ones last), ties by id. */
export function* statementDocuments(truth: Truth): Iterable<Document> {
  const { database } = truth;
  database.exec('CREATE TEMP TABLE statement_order (number INTEGER PRIMARY KEY, id TEXT NOT NULL)');
  try {
    database.exec(
      'INSERT INTO statement_order (id) SELECT id FROM statement ORDER BY said_on DESC NULLS LAST, id',
    );
    const next = database.prepare(`
      SELECT number, statement.* FROM statement_order JOIN statement USING (id)
      WHERE number > ? ORDER BY number LIMIT ${batch}`);
    const read = statementReader(truth);
    let rows: StatementRow[];
    let last = 0;
    do {
      rows = next.all(last) as StatementRow[];
      for (const row of rows) yield read(row);
      last += batch;
    } while (rows.length === batch);
  } finally {
    database.exec('DROP TABLE statement_order');
  }
}

function statementReader(truth: Truth): (row: StatementRow) => Document {
  const { database } = truth;
  const gist = database
    .prepare(`SELECT language, gist FROM statement_gist WHERE statement = ? ${byLanguage}`)
    .raw();
  const list = (table: string, column: string) =>
    database.prepare(`SELECT ${column} FROM ${table} WHERE statement = ? ORDER BY position`).pluck();
  const speakers = list('statement_speaker', 'speaker');
  const addressees = list('statement_addressee', 'addressee');
  const topics = list('statement_topic', 'topic');
  const mentions = database.prepare(
    'SELECT agent, place, event FROM statement_mention WHERE statement = ? ORDER BY position',
  );
  const renditionsOf = readRenditions(truth);
  const countryOf = agentCountries(truth);

  return (row) => {
    const { renditions, outlets } = renditionsOf(row.id);
    const body: Statement = {
      id: row.id,
      href: `/statements/${row.id}`,
      speakers: (speakers.all(row.id) as string[]).map(truth.agent),
      gist: textsByLanguage(gist.all(row.id) as [string, string][]),
      saidOn: row.said_on,
      event: truth.optionalReference('event', row.event),
      place: truth.optionalReference('place', row.place),
      addressees: (addressees.all(row.id) as string[]).map(truth.agent),
      topics: (topics.all(row.id) as string[]).map((id) => truth.reference('topic', id)),
      mentions: (mentions.all(row.id) as MentionRow[]).map((mention) => mentioned(truth, mention)),
      reported: {
        sources: new Set(renditions.map(({ source }) => source.id)).size,
        renditions: renditions.length,
      },
      comparison: { href: `/statements/${row.id}/comparison`, wording: wordingOf(renditions) },
      renditions,
    };
    return {
      id: row.id,
      sortKey: sortKey(row.said_on, row.id),
      weight: renditions.length,
      body,
      terms: [...statementTerms(truth, body, outlets, countryOf), ...comparisonTerms(body)],
      text: statementText(truth, body),
    };
  };
}

interface MentionRow {
  agent: string | null;
  place: string | null;
  event: string | null;
}

function mentioned(truth: Truth, { agent, place, event }: MentionRow): Reference {
  if (agent !== null) return truth.agent(agent);
  return place !== null ? truth.reference('place', place) : truth.reference('event', String(event));
}

function agentCountries({ database }: Truth): Map<string, string> {
  const query = `
    SELECT id, country FROM person WHERE country IS NOT NULL
    UNION ALL SELECT id, country FROM organization WHERE country IS NOT NULL`;
  return new Map(database.prepare(query).raw().all() as [string, string][]);
}

/** Every filter value that the statement answers to, with what its places, topics and events lie under. */
function* statementTerms(
  truth: Truth,
  { speakers, addressees, topics, mentions, place, event, saidOn, renditions }: Statement,
  outlets: RenditionWithOutlets['outlets'],
  countryOf: Map<string, string>,
): Iterable<readonly [string, string]> {
  for (const { id } of speakers) {
    yield ['speaker', id];
    const country = countryOf.get(id);
    if (country !== undefined) yield ['country', country];
  }
  for (const { id } of addressees) yield ['addressee', id];
  if (saidOn !== null) yield ['month', saidOn.slice(0, 7)];
  for (const { id } of topics) for (const topic of truth.lineage('topic', id)) yield ['topic', topic];
  for (const { kind, id } of mentions) {
    const lineage = kind === 'place' || kind === 'event' ? truth.lineage(kind, id) : [id];
    for (const mention of lineage) yield ['mention', mention];
  }
  for (const id of truth.lineage('place', place?.id ?? null)) yield ['place', id];
  for (const id of truth.lineage('event', event?.id ?? null)) yield ['event', id];
  for (const outlet of outlets) yield ['outlet', outlet];
  for (const { source, mode, language } of renditions) {
    yield ['source', source.id];
    yield ['mode', mode];
    yield ['language', language];
  }
}

/** The filter values that come of setting its renditions against one another. */
function* comparisonTerms({ reported, comparison, renditions }: Statement): Iterable<[string, string]> {
  for (const outlet of exclusiveCarriers(renditions)) yield ['exclusive', outlet];
  for (const value of reportedValues(reported.sources)) yield ['reported', value];
  yield ['differing', String(isDiffering(comparison.wording))];
}

function statementText(truth: Truth, statement: Statement): SearchText {
  const { speakers, addressees, topics, mentions, event, place, gist, renditions } = statement;
  const about = [...speakers, ...addressees, ...topics, ...mentions, event, place].filter(
    (each) => each !== null,
  );
  return {
    quoted: renditions.flatMap(({ quotes }) => quotes.map(({ text }) => text)),
    own: Object.values(gist),
    names: about.flatMap(({ kind, id }) => truth.forms(kind as NamedKind, id)),
  };
}
