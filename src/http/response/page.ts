// Writes one page of a list in the format that was chosen, with the link to the next.

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { DocumentDates } from '../../store/changes.ts';
import type { Group, Page } from '../../store/plan.ts';
import type { Context, Data } from '../context.ts';
import type { ListFormat } from '../formats/format.ts';
import { type Question, urlOf } from '../request/canonical-url.ts';
import { writeCursor } from '../request/cursor.ts';
import { originOf, urlWithCursor } from '../request/origin.ts';
import { FoundList } from './answer.ts';
import { basePathOf } from './base-path.ts';
import { addLink } from './links.ts';

/** A page as it was found, the list that its cursors belong to, and what stands beside it in the envelope. */
export interface FoundPage extends Page {
  limit: number;
  identity: () => string;
  beside?: Record<string, unknown>;
  /** The filters that the query string asks for. */
  filters?: readonly Group[];
  /** What was asked, where it has one spelling that stands for all. */
  question?: Question;
  /** The shape of the documents, where `fields` may name parts of it. */
  item?: z.ZodType;
  /** When each document was added and last changed, for feeds. */
  dates?: readonly DocumentDates[];
}

/**
 * Gives the page as bytes, or as it was found where people get a page of it. `next` stands in the envelope, if the format has one, and
 * in a `Link` header.
 */
export function writePage(
  context: Context,
  { dataset }: Data,
  request: FastifyRequest,
  reply: FastifyReply,
  format: ListFormat,
  {
    bodies,
    total,
    limit,
    next: position,
    identity,
    beside = {},
    filters = [],
    question,
    dates = [],
    item,
  }: FoundPage,
): Buffer | FoundList {
  const origin = originOf(context, request);
  const cursor = position && writeCursor(identity(), position);
  const urlAt = (at: string): string =>
    question ? origin + urlOf(question, at) : urlWithCursor(origin, request, at);
  const next = cursor && urlAt(cursor);
  if (request.page !== null) return new FoundList(bodies, { total, limit, next }, beside, filters);
  if (next !== null) addLink(reply, next, { rel: 'next' });
  if ('page' in format) {
    const updated = dataset.ingestedAt;
    const self = origin + (question ? urlOf(question) : request.url);
    const { languages } = request;
    return format.page({ bodies, total, limit, next, origin, self, updated, languages, beside, dates });
  }
  const { main } = dataset.languages;
  const writer = format.writer({
    query: request.query as Record<string, unknown>,
    languages: main,
    item,
    base: basePathOf(context.config.PUBLIC_URL),
  });
  return Buffer.concat([writer.head, writer.rows(bodies)]);
}
