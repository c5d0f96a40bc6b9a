// Serves the list of a collection: filtered, sorted, paged, in every format that the resource offers.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Group, Order, Plan } from '../database/plan.ts';
import type { Collection } from '../references.ts';
import { isUnchanged } from './caching.ts';
import { type Context, originOf } from './context.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { exampleFields, fieldsParameter, narrowing } from './fields.ts';
import { type Filter, filterParameters, readFilters } from './filters.ts';
import {
  chooseFormat,
  formatParameter,
  type ListFormat,
  type PageFormat,
  type StreamFormat,
} from './formats/format.ts';
import { jsonList, ndjson } from './formats/json.ts';
import { streamOf } from './formats/stream.ts';
import { defaultLimit, listOf, pagingParameters } from './paging.ts';
import { answers } from './responses.ts';

/** What a resource says of its list. */
export interface List {
  collection: Collection;
  /** Path of the list; may hold `:id`, which `scope` then reads. */
  path: string;
  tag: string;
  summary: string;
  description: string;
  /** Name of the envelope in the description of the API. */
  envelope: string;
  item: z.ZodType;
  filters: readonly Filter[];
  sorts: Record<string, Order>;
  /** The sort where none is asked for. */
  sort: string;
  /** Parameters that bound the collection's own order, and how they do. */
  bounds?: {
    parameters: Record<string, z.ZodType>;
    read: (query: Record<string, unknown>) => Plan['keys'];
  };
  /** What the path itself asks for, beside the filters. Throws a Problem where it asks for nothing that exists. */
  scope?: { parameters: z.ZodType; read: (context: Context, params: { id: string }) => Group[] };
  /** Formats beside JSON and NDJSON, with the parameters that they take. */
  formats?: readonly ListFormat[];
  formatParameters?: Record<string, z.ZodType>;
}

/** A request as its query string states it. */
interface ListQuery extends Record<string, unknown> {
  sort: string;
  limit?: number;
  cursor?: string;
  fields?: string;
  format?: string;
}

/** One request on its way: what was asked, by whom, for which list. */
interface Asked {
  context: Context;
  list: List;
  query: ListQuery;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** A plan, with what tells its list from every other. */
interface Planned {
  plan: Plan;
  identity: string;
}

/** Registers the list route. */
export function serveList(app: FastifyInstance, context: Context, list: List): void {
  const formats = [jsonList(listOf(list.envelope, list.item)), ndjson, ...(list.formats ?? [])] as const;
  const querystring = z.strictObject({
    ...filterParameters(list.filters),
    ...list.bounds?.parameters,
    ...pagingParameters(list.sorts, list.sort),
    ...fieldsParameter(exampleFields(list.item)),
    ...formatParameter(formats),
    ...list.formatParameters,
  });
  const { path, tag, summary, description } = list;
  const params = list.scope ? { params: list.scope.parameters } : {};
  const response = answers(formats, 'The list.', { missing: list.scope !== undefined });
  const schema = { tags: [tag], summary, description, querystring, ...params, response };
  app.get(path, { schema }, (request, reply) => {
    const query = request.query as ListQuery;
    context.store.read(() => answerList({ context, list, query, request, reply }, formats));
  });
}

function answerList(asked: Asked, formats: readonly [ListFormat, ...ListFormat[]]): void {
  const { context, list, query, request, reply } = asked;
  const format = chooseFormat(request, formats, query.format);
  const planned = planOf(asked);
  const narrow = query.fields === undefined ? null : narrowing(list.item, query.fields);
  const shape = narrow && keepsDocuments(format) ? narrow : null;
  if (isUnchanged(context, request, reply, format.mediaType)) reply.code(304).send();
  else if ('page' in format) sendPage(asked, planned, format, shape);
  else sendStream(asked, planned, format, shape);
}

/** JSON and NDJSON hold the documents themselves; every other format takes from them what it knows. */
const keepsDocuments = ({ name }: ListFormat): boolean => name === 'json' || name === 'ndjson';

type Shape = ((body: Buffer) => Buffer) | null;

function sendPage(asked: Asked, { plan, identity }: Planned, format: PageFormat, shape: Shape): void {
  const { context, request, reply } = asked;
  const page = context.store.page(plan);
  const origin = originOf(context, request);
  const next = page.next && nextUrl(origin, request, writeCursor(identity, page.next));
  if (next !== null) reply.header('link', `<${next}>; rel="next"`);
  const bodies = shape ? page.bodies.map(shape) : page.bodies;
  const { total } = page;
  reply.send(
    format.page({ bodies, total, limit: plan.limit, next, origin, self: origin + request.url, beside: {} }),
  );
}

/** Everything, as long as the client reads; or one page where a limit is set. */
function sendStream(asked: Asked, { plan, identity }: Planned, format: StreamFormat, shape: Shape): void {
  const { context, query, request, reply } = asked;
  const origin = originOf(context, request);
  const options = { origin, query };
  if (query.limit !== undefined) {
    const page = context.store.page(plan);
    if (page.next) {
      reply.header('link', `<${nextUrl(origin, request, writeCursor(identity, page.next))}>; rel="next"`);
    }
    reply.send(
      Buffer.concat(
        [...format.stream(shaped(page.bodies, shape), options)].map((piece) => Buffer.from(piece)),
      ),
    );
    return;
  }
  const bodies = request.method === 'HEAD' ? [] : context.store.all(plan);
  reply.send(streamOf(format.stream(shaped(bodies, shape), options)));
}

function* shaped(bodies: Iterable<Buffer>, shape: Shape): Generator<Buffer> {
  for (const body of bodies) yield shape ? shape(body) : body;
}

function planOf({ context, list, query, request }: Asked): Planned {
  const scope = list.scope?.read(context, request.params as { id: string }) ?? [];
  const groups = [...scope, ...readFilters(context.store, list.collection, list.filters, query)];
  const keys = list.bounds?.read(query) ?? {};
  const order = list.sorts[query.sort] ?? { by: 'key', reversed: false };
  const identity = JSON.stringify([list.path, groups, keys, order]);
  const after = query.cursor === undefined ? null : readCursor(identity, query.cursor);
  const limit = query.limit ?? defaultLimit;
  return { plan: { collection: list.collection, groups, keys, order, after, limit }, identity };
}

/** The same URL with another cursor. */
function nextUrl(origin: string, request: FastifyRequest, cursor: string): string {
  const url = new URL(request.url, origin);
  url.searchParams.set('cursor', cursor);
  return url.href;
}
