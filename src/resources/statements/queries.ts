// Makes the answers of /statements from rows of the truth.

import type { Reference } from '../../records/references.ts';
import { type Glossary, type NamedKind, type Truth, textsByLanguage } from '../../sqlite/truth.ts';
import type { Document } from '../../store/documents.ts';
import type { IndexedText } from '../../text/indexed-text.ts';
import { isDiffering, wordingOf } from '../comparison/wording.ts';
import { exclusiveCarriers } from './carriers.ts';
import { sortKey } from './order.ts';
import { outletsOf, type QuoteRow, type RenditionRow, renditionOf } from './renditions.ts';
import { reportedValues } from './reported.ts';
import {
  type IdRow,
  type MentionRow,
  type StatementRow,
  type StatementRows,
  statementBatches,
  type TextRow,
} from './rows.ts';
import type { Statement } from './schema.ts';

/** All statements, newest first. */
export function* statementDocuments(truth: Truth): Iterable<Document<Statement>> {
  for (const rows of statementBatches(truth.database)) yield* documentsOf(truth, rows);
}

function* documentsOf(glossary: Glossary, rows: StatementRows): Iterable<Document<Statement>> {
  const [[first]] = rows.statements as [StatementRow, ...StatementRow[]]; // they are never none
  const grouped = <Row extends [number, ...unknown[]]>(all: readonly Row[]): Row[][] => {
    const groups = rows.statements.map((): Row[] => []);
    for (const row of all) (groups[row[0] - first] as Row[]).push(row);
    return groups;
  };
  const [gists, speakers, addressees] = [
    grouped(rows.gists),
    grouped(rows.speakers),
    grouped(rows.addressees),
  ];
  const [topics, mentions] = [grouped(rows.topics), grouped(rows.mentions)];
  const [renditions, quotes] = [grouped(rows.renditions), grouped(rows.quotes)];
  for (const [at, row] of rows.statements.entries()) {
    const parts = {
      gist: gists[at],
      speakers: speakers[at],
      addressees: addressees[at],
      topics: topics[at],
      mentions: mentions[at],
      renditions: renditions[at],
      quotes: quotes[at],
    };
    yield documentOf(glossary, statementOf(glossary, row, parts as StatementParts));
  }
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
  glossary: Glossary,
  [, id, saidOn, event, place]: StatementRow,
  parts: StatementParts,
): Statement {
  const renditions = parts.renditions.map((row) => renditionOf(glossary, row, parts.quotes));
  const agents = (rows: IdRow[]): Reference[] => rows.map(([, agent]) => glossary.agent(agent));
  return {
    id,
    href: `/statements/${id}`,
    speakers: agents(parts.speakers),
    gist: textsByLanguage(parts.gist.map(([, language, text]) => [language, text])),
    saidOn,
    event: glossary.optionalReference('event', event),
    place: glossary.optionalReference('place', place),
    addressees: agents(parts.addressees),
    topics: parts.topics.map(([, topic]) => glossary.reference('topic', topic)),
    mentions: parts.mentions.map((mention) => mentioned(glossary, mention)),
    reported: {
      sources: new Set(renditions.map(({ source }) => source.id)).size,
      renditions: renditions.length,
    },
    comparison: { href: `/statements/${id}/comparison`, wording: wordingOf(renditions) },
    renditions,
  };
}

const documentOf = (glossary: Glossary, body: Statement): Document<Statement> => ({
  id: body.id,
  sortKey: sortKey(body.saidOn, body.id),
  weight: body.renditions.length,
  body,
  terms: statementTerms(glossary, body),
  text: statementText(glossary, body),
});

function mentioned(glossary: Glossary, [, agent, place, event]: MentionRow): Reference {
  if (agent !== null) return glossary.agent(agent);
  return place !== null ? glossary.reference('place', place) : glossary.reference('event', String(event));
}

/** Every filter value that the statement answers to, with what its places, topics and events lie under. */
function* statementTerms(glossary: Glossary, statement: Statement): Iterable<readonly [string, string]> {
  const { speakers, addressees, topics, mentions, place, event, saidOn, renditions } = statement;
  for (const { id } of speakers) {
    yield ['speaker', id];
    const country = glossary.country(id);
    if (country !== undefined) yield ['country', country];
  }
  for (const { id } of addressees) yield ['addressee', id];
  if (saidOn !== null) yield ['month', saidOn.slice(0, 7)];
  for (const { id } of topics) for (const topic of glossary.lineage('topic', id)) yield ['topic', topic];
  for (const { kind, id } of mentions) {
    const lineage = kind === 'place' || kind === 'event' ? glossary.lineage(kind, id) : [id];
    for (const mention of lineage) yield ['mention', mention];
  }
  for (const id of glossary.lineage('place', place?.id ?? null)) yield ['place', id];
  for (const id of glossary.lineage('event', event?.id ?? null)) yield ['event', id];
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

function statementText(glossary: Glossary, statement: Statement): IndexedText {
  const { speakers, addressees, topics, mentions, event, place, gist, renditions } = statement;
  const about = [...speakers, ...addressees, ...topics, ...mentions, event, place].filter(
    (each) => each !== null,
  );
  return {
    quoted: renditions.flatMap(({ quotes }) => quotes.map(({ text }) => text)),
    own: Object.values(gist),
    names: about.flatMap(({ kind, id }) => glossary.forms(kind as NamedKind, id)),
  };
}
