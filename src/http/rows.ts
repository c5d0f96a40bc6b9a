// Answers a list that is counted, not stored: its rows by count, ties by key, a page at a time and in each format.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Position } from '../database/plan.ts';
import { isUnchanged } from './caching.ts';
import { type Context, originOf, urlWithCursor } from './context.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { chooseFormat, type ListFormat } from './formats/format.ts';
import { defaultLimit } from './paging.ts';

/** A row with its place in the order: the highest weight first, ties by key. */
export interface Row {
  position: Position;
  body: object;
}

/** What is asked of such a list, beside what decides its rows. */
export interface RowsQuery extends Record<string, unknown> {
  limit?: number;
  cursor?: string;
  format?: string;
}

/**
 * Sends one page, or everything where the format streams and no limit is set. `identity` tells this list from every
 * other; `rows` is only called where the client does not have the answer already.
 */
export function answerRows(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  formats: readonly [ListFormat, ...ListFormat[]],
  identity: string,
  rows: () => Row[],
): void {
  const query = request.query as RowsQuery;
  const format = chooseFormat(request, formats, query.format);
  const after = query.cursor === undefined ? null : readCursor(identity, query.cursor);
  if (isUnchanged(context, request, reply, format.mediaType)) return void reply.code(304).send();
  const all = rows();
  const rest = after ? all.filter(({ position }) => isBeyond(position, after)) : all;
  const limit = query.limit ?? ('page' in format ? defaultLimit : rest.length);
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  const origin = originOf(context, request);
  const next =
    last && rest.length > limit ? urlWithCursor(origin, request, writeCursor(identity, last.position)) : null;
  if (next !== null) reply.header('link', `<${next}>; rel="next"`);
  const bodies = shown.map(({ body }) => Buffer.from(JSON.stringify(body)));
  const page = { bodies, total: all.length, limit, next, origin, self: origin + request.url, beside: {} };
  if ('page' in format) reply.send(format.page(page));
  else reply.send([...format.stream(bodies, { origin, query })].map(String).join(''));
}

const isBeyond = (position: Position, after: Position): boolean =>
  position.weight < after.weight || (position.weight === after.weight && position.key > after.key);
