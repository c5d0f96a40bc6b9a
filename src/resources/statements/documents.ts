// Makes the documents of /statements.

import type { Lookup } from '../../records/lookup.ts';
import * as targets from '../../records/targets.ts';
import { inAnswerOrder } from '../../records/texts.ts';
import type { Document } from '../../store/documents.ts';
import type { IndexedText } from '../../text/indexed-text.ts';
import { isDiffering, wordingOf } from '../comparison/wording.ts';
import { sortKey } from './order.ts';
import { exclusiveOutlets, outletsOf } from './outlets.ts';
import { quoteLink } from './quote-link.ts';
import { reportedValues } from './reported.ts';
import type { Rendition, RenditionRecord, Statement, StatementRecord } from './schema.ts';

export function statementDocument(record: StatementRecord, lookup: Lookup): Document {
  const body = statementOf(record, lookup);
  return {
    id: body.id,
    sortKey: sortKey(body.saidOn, body.id),
    weight: body.renditions.length,
    body,
    terms: statementTerms(body, lookup),
    text: statementText(body, lookup),
  };
}

function statementOf(record: StatementRecord, lookup: Lookup): Statement {
  const { id, speakers, gist, saidOn, event, place, addressees, topics, mentions } = record;
  const renditions = record.renditions.toSorted(bySource).map((rendition) => renditionOf(rendition, lookup));
  return {
    id,
    href: `/statements/${id}`,
    speakers: speakers.map((speaker) => lookup.reference(targets.agent, speaker)),
    gist: inAnswerOrder(gist),
    saidOn,
    event: lookup.optionalReference(targets.event, event),
    place: lookup.optionalReference(targets.place, place),
    addressees: addressees.map((addressee) => lookup.reference(targets.agent, addressee)),
    topics: topics.map((topic) => lookup.reference(targets.topic, topic)),
    mentions: mentions.map((mention) => lookup.reference(targets.mentionable, mention)),
    reported: {
      sources: new Set(renditions.map(({ source }) => source.id)).size,
      renditions: renditions.length,
    },
    comparison: { href: `/statements/${id}/comparison`, wording: wordingOf(renditions) },
    renditions,
  };
}

/** By source, and by the place in it. */
const bySource = (a: RenditionRecord, b: RenditionRecord): number =>
  compare(a.source, b.source) || a.start - b.start || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function renditionOf(record: RenditionRecord, lookup: Lookup): Rendition {
  const { id, source, via, mode, cue, quotes, language, paragraph, start, end, note } = record;
  const url = lookup.urlOf(source);
  return {
    id,
    href: `/renditions/${id}`,
    source: lookup.source(source),
    via: lookup.optionalReference(targets.organization, via),
    mode,
    cue,
    quotes: quotes.map((quote) => ({ ...quote, link: url && quoteLink(url, quote.text) })),
    language,
    paragraph,
    start,
    end,
    note,
  };
}

/** Every filter value that the statement answers to, with what its places, topics and events lie under. */
function* statementTerms(statement: Statement, lookup: Lookup): Iterable<readonly [string, string]> {
  const { speakers, addressees, topics, mentions, place, event, saidOn, renditions } = statement;
  for (const { id } of speakers) {
    yield ['speaker', id];
    const country = lookup.countryOf(id);
    if (country !== null) yield ['country', country];
  }
  for (const { id } of addressees) yield ['addressee', id];
  if (saidOn !== null) yield ['month', saidOn.slice(0, 7)];
  for (const { id } of topics) for (const topic of lookup.lineage('topic', id)) yield ['topic', topic];
  for (const { kind, id } of mentions) {
    for (const mention of lookup.lineage(kind, id)) yield ['mention', mention];
  }
  for (const id of lookup.lineage('place', place?.id ?? null)) yield ['place', id];
  for (const id of lookup.lineage('event', event?.id ?? null)) yield ['event', id];
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
  for (const outlet of exclusiveOutlets(renditions)) yield ['exclusive', outlet];
  for (const value of reportedValues(reported.sources)) yield ['reported', value];
  yield ['differing', String(isDiffering(comparison.wording))];
}

function statementText(statement: Statement, lookup: Lookup): IndexedText {
  const { speakers, addressees, topics, mentions, event, place, gist, renditions } = statement;
  const about = [...speakers, ...addressees, ...topics, ...mentions, event, place].filter(
    (each) => each !== null,
  );
  return {
    quoted: renditions.flatMap(({ quotes }) => quotes.map(({ text }) => text)),
    own: Object.values(gist),
    names: about.flatMap((each) => lookup.forms(each)),
  };
}
