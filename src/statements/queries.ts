// Reads statements with their renditions from the truth and makes the answers of /statements.
import { isDiffering, wordingOf } from '../comparison/wording.ts';
import { type Batch, beginWalk, type Walk } from '../database/batches.ts';
import type { Document, SearchText } from '../database/documents.ts';
import { byLanguage, type NamedKind, type Truth, textsByLanguage } from '../database/truth.ts';
import type { Reference } from '../references.ts';
import { exclusiveCarriers } from './carriers.ts';
import { sortKey } from './order.ts';
import { passagesOf, piecesOf } from './passages.ts';
import {
  outletsOf,
  type QuoteRow,
  quoteColumns,
  type RenditionRow,
  renditionColumns,
  renditionOf,
} from './renditions.ts';
import { reportedValues } from './reported.ts';
import type { Statement } from './schema.ts';

type StatementRow = [
  number: number,
  id: string,
  saidOn: string | null,
  event: string | null,
  place: string | null,
];
type TextRow = [number: number, language: string, text: string];
type IdRow = [number: number, id: string];
type MentionRow = [number: number, agent: string | null, place: string | null, event: string | null];

/** All statements, newest first (undated ones last), ties by id. */
export function* statementDocuments(truth: Truth): Iterable<Document> {
  const walk = beginWalk(
    truth.database,
    'statement_walk',
    'SELECT id FROM statement ORDER BY said_on DESC NULLS LAST, id',
  );
  try {
    const read = statementReader(truth, walk);
    for (const batch of walk.batches()) yield* read(batch);
  } finally {
    walk.end();
  }
}

/** Rows of a table under the statements, in the order of their positions. */
const under = (table: string, columns: string): string => `
  SELECT number, ${columns} FROM statement_walk CROSS JOIN ${table} ON statement = statement_walk.id
  WHERE $batch ORDER BY number, position`;

const renditionsQuery = `
  SELECT number, ${renditionColumns} FROM statement_walk CROSS JOIN rendition ON statement = statement_walk.id
  WHERE $batch ORDER BY number, source, start_offset, rendition.id`;

const quotesQuery = `
  SELECT number, ${quoteColumns} FROM statement_walk CROSS JOIN rendition ON statement = statement_walk.id
  CROSS JOIN rendition_quote ON rendition = rendition.id
  WHERE $batch ORDER BY number, rendition.position, rendition_quote.position`;

/** Makes the function that reads a batch: one query for each table. */
function statementReader(truth: Truth, walk: Walk): (batch: Batch) => Iterable<Document> {
  const statements = walk.rows<StatementRow>(
    'SELECT number, statement.* FROM statement_walk CROSS JOIN statement USING (id) WHERE $batch',
  );
  const gists = walk.rows<TextRow>(`
    SELECT number, language, gist FROM statement_walk CROSS JOIN statement_gist ON statement = statement_walk.id
    WHERE $batch ${byLanguage.replace('ORDER BY', 'ORDER BY number,')}`);
  const speakers = walk.rows<IdRow>(under('statement_speaker', 'speaker'));
  const addressees = walk.rows<IdRow>(under('statement_addressee', 'addressee'));
  const topics = walk.rows<IdRow>(under('statement_topic', 'topic'));
  const mentions = walk.rows<MentionRow>(under('statement_mention', 'agent, place, event'));
  const renditions = walk.rows<RenditionRow>(renditionsQuery);
  const quotes = walk.rows<QuoteRow>(quotesQuery);
  const countryOf = agentCountries(truth);

  return function* read(batch) {
    const [gist, said, heard, about, mentioned, reported, quoted] = [
      gists(batch),
      speakers(batch),
      addressees(batch),
      topics(batch),
      mentions(batch),
      renditions(batch),
      quotes(batch),
    ];
    for (const [at, [row]] of statements(batch).entries()) {
      const parts = {
        gist: gist[at],
        speakers: said[at],
        addressees: heard[at],
        topics: about[at],
        mentions: mentioned[at],
        renditions: reported[at],
        quotes: quoted[at],
      };
      const body = statementOf(truth, row as StatementRow, parts as StatementParts);
      yield documentOf(truth, body, countryOf);
    }
  };
}

/** What stands under a statement, in the order in which it is answered. */
interface StatementParts {
  gist: TextRow[];
  speakers: IdRow[];
  addressees: IdRow[];
  topics: IdRow[];
  mentions: MentionRow[];
  renditions: RenditionRow[];
  quotes: QuoteRow[];
}

function statementOf(
  truth: Truth,
  [, id, saidOn, event, place]: StatementRow,
  parts: StatementParts,
): Statement {
  const renditions = parts.renditions.map((row) => renditionOf(truth, row, parts.quotes));
  const agents = (rows: IdRow[]): Reference[] => rows.map(([, agent]) => truth.agent(agent));
  return {
    id,
    href: `/statements/${id}`,
    speakers: agents(parts.speakers),
    gist: textsByLanguage(parts.gist.map(([, language, text]) => [language, text])),
    saidOn,
    event: truth.optionalReference('event', event),
    place: truth.optionalReference('place', place),
    addressees: agents(parts.addressees),
    topics: parts.topics.map(([, topic]) => truth.reference('topic', topic)),
    mentions: parts.mentions.map((mention) => mentioned(truth, mention)),
    reported: {
      sources: new Set(renditions.map(({ source }) => source.id)).size,
      renditions: renditions.length,
    },
    comparison: { href: `/statements/${id}/comparison`, wording: wordingOf(renditions) },
    renditions,
  };
}

const documentOf = (truth: Truth, body: Statement, countryOf: Map<string, string>): Document => ({
  id: body.id,
  sortKey: sortKey(body.saidOn, body.id),
  weight: body.renditions.length,
  body: piecesOf(body),
  terms: statementTerms(truth, body, countryOf),
  text: statementText(truth, body),
  passages: passagesOf(body),
});

function mentioned(truth: Truth, [, agent, place, event]: MentionRow): Reference {
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
  statement: Statement,
  countryOf: Map<string, string>,
): Iterable<readonly [string, string]> {
  const { speakers, addressees, topics, mentions, place, event, saidOn, renditions } = statement;
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
  for (const outlet of renditions.flatMap(outletsOf)) yield ['outlet', outlet];
  for (const { source, mode, language } of renditions) {
    yield ['source', source.id];
    yield ['mode', mode];
    yield ['language', language];
  }
  yield* comparisonTerms(statement);
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
