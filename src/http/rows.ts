// Answers a list that is counted, not stored: its rows by count, ties by key, a page at a time and in each format.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Position } from '../database/plan.ts';
import { setValidators } from './caching.ts';
import type { Answer, Context } from './context.ts';
import { readCursor } from './cursor.ts';
import { chooseFormat, type ListFormat } from './formats/format.ts';
import { writePage } from './page.ts';
import { defaultLimit } from './paging.ts';

/** A row with its place in the order: the highest weight first, ties by key. */
export interface Row {
  position: Position;
  /** Is only called for rows that are shown. */
  body: () => object;
}

/** What is asked of such a list, beside what decides its rows. */
export interface RowsQuery extends Record<string, unknown> {
  limit?: number;
  cursor?: string;
  format?: string;
}

/**
 * Gives one page, or everything where the format streams and no limit is set. `identity` tells this list from every
 * other; `rows` is only called where the client does not have the answer already.
 */
export function answerRows(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  formats: readonly [ListFormat, ...ListFormat[]],
  identity: string,
  rows: () => Row[],
): Answer {
  const query = request.query as RowsQuery;
  const format = chooseFormat(request, formats, query.format);
  const after = query.cursor === undefined ? null : readCursor(identity, query.cursor);
  if (setValidators(context, request, reply, format.mediaType)) return reply.code(304).send();
  const all = rows();
  const rest = after ? all.filter(({ position }) => isBeyond(position, after)) : all;
  const limit = query.limit ?? ('page' in format ? defaultLimit : rest.length);
  const shown = rest.slice(0, limit);
  const next = (rest.length > limit && shown.at(-1)?.position) || null;
  const bodies = shown.map(({ body }) => Buffer.from(JSON.stringify(body())));
  return writePage(context, request, reply, format, { bodies, total: all.length, limit, next, identity });
}

const isBeyond = (position: Position, after: Position): boolean =>
  position.weight < after.weight || (position.weight === after.weight && position.key > after.key);
