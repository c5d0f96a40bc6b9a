// Answers a list that is counted, not stored: its rows by count, ties by key, a page at a time and in each format.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Position } from '../../store/plan.ts';
import type { Later } from '../../store/store.ts';
import type { Context, Data } from '../context.ts';
import { chooseFormat } from '../formats/choose.ts';
import type { ListFormat } from '../formats/format.ts';
import { readCursor } from '../request/cursor.ts';
import { defaultLimit } from '../request/paging.ts';
import type { Answer } from '../response/answer.ts';
import { writePage } from '../response/page.ts';
import { setValidators } from '../response/validators.ts';

/** A row with its position in the order: the highest weight first, ties by key. */
export interface Row {
  position: Position;
}

/** All rows of a list, and the function that writes those that are shown. */
export interface RowList<R extends Row> {
  rows: readonly R[];
  write: (rows: readonly R[]) => Later<readonly object[]>;
  /** What stands beside the rows in the envelope. */
  beside?: Record<string, unknown>;
}

/** The parameters of such a list, except those that decide its rows. */
export interface RowsQuery extends Record<string, unknown> {
  limit?: number;
  cursor?: string;
  format?: string;
}

/**
 * Gives one page, or everything where the format streams and no limit is set. `identity` tells this list from every
 * other; `list` is only called where the client does not have the answer already.
 */
export async function answerRows<R extends Row>(
  context: Context,
  data: Data,
  request: FastifyRequest,
  reply: FastifyReply,
  formats: readonly [ListFormat, ...ListFormat[]],
  identity: string,
  list: () => Later<RowList<R>>,
): Promise<Answer> {
  const query = request.query as RowsQuery;
  const format = chooseFormat(request, formats, query.format);
  const after = query.cursor === undefined ? null : readCursor(identity, query.cursor);
  if (setValidators(context, data, request, reply, format.mediaType)) return reply.code(304).send();
  const { rows, write, beside = {} } = await list();
  const rest = after ? rows.filter(({ position }) => isBeyond(position, after)) : rows;
  const limit = query.limit ?? ('page' in format ? defaultLimit : rest.length);
  const shown = rest.slice(0, limit);
  const next = (rest.length > limit && shown.at(-1)?.position) || null;
  const bodies = (await write(shown)).map((row) => Buffer.from(JSON.stringify(row)));
  return writePage(context, data, request, reply, format, {
    ...{ bodies, total: rows.length, limit, next, identity: () => identity, beside },
  });
}

const isBeyond = (position: Position, after: Position): boolean =>
  position.weight < after.weight || (position.weight === after.weight && position.key > after.key);
