// Makes the documents of /statements.

import { instantOf } from '../../records/dates.ts';
import type { Document } from '../../records/documents.ts';
import type { Lookup } from '../../records/lookup.ts';
import * as targets from '../../records/targets.ts';
import { sortKey } from './order.ts';
import { quoteLink } from './quote-link.ts';
import type { Rendition, RenditionRecord, Statement, StatementRecord } from './schema.ts';
import { statementTerms } from './terms.ts';
import { formsIn, textOf } from './text.ts';
import { wordingOf } from './wording.ts';

export function statementDocument(record: StatementRecord, lookup: Lookup): Document {
  const body = statementOf(record, lookup);
  return {
    id: body.id,
    sortKey: sortKey(body.saidOn, body.id),
    weight: body.renditions.length,
    body,
    terms: statementTerms(body, lookup),
    moment: body.saidOn === null ? null : instantOf(body.saidOn),
    text: textOf(body, body.renditions, formsIn(body, lookup)),
  };
}

function statementOf(record: StatementRecord, lookup: Lookup): Statement {
  const { id, speakers, gist, saidOn, event, place, addressees, topics, mentions } = record;
  const renditions = record.renditions.toSorted(bySource).map((rendition) => renditionOf(rendition, lookup));
  return {
    id,
    href: `/statements/${id}`,
    speakers: speakers.map((speaker) => lookup.reference(targets.agent, speaker)),
    gist,
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
  compare(a.source, b.source) || (a.start ?? 0) - (b.start ?? 0) || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function renditionOf(record: RenditionRecord, lookup: Lookup): Rendition {
  const { id, source, via, mode, cue, quotes, excerpt, language, paragraph, start, end, note } = record;
  const url = lookup.urlOf(source);
  return {
    id,
    href: `/renditions/${id}`,
    source: lookup.source(source),
    via: lookup.optionalReference(targets.organization, via),
    mode,
    cue,
    quotes: quotes.map((quote) => ({ ...quote, link: url && quoteLink(url, quote.text) })),
    excerpt,
    language,
    proof: start === null ? 'none' : 'text',
    paragraph,
    start,
    end,
    note,
  };
}
