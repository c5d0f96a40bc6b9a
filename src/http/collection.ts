// Serves a collection: its list, filtered, sorted and paged, and its items by id.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { NamedKind } from '../database/names.ts';
import type { Group, Order, Plan } from '../database/select.ts';
import type { Collection } from '../references.ts';
import { isNamed } from './caching.ts';
import { type Context, datasetOf, etagFor, originOf } from './context.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { type Filter, filterParameters, readFilters } from './filters.ts';
import { jsonMediaType, negotiate } from './negotiation.ts';
import { envelope, listOf, pagingParameters } from './paging.ts';
import { Problem } from './problem.ts';
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
  bounds?: { parameters: Record<string, z.ZodType>; read: (query: Record<string, unknown>) => Plan['keys'] };
  /** What the path itself asks for, beside the filters. Throws a Problem where it asks for nothing that exists. */
  scope?: { parameters: z.ZodType; read: (context: Context, params: { id: string }) => Group[] };
}

/** What a resource says of its items. */
export interface Item {
  collection: Collection;
  tag: string;
  summary: string;
  description: string;
  item: z.ZodType;
  /** An id that works when tried. */
  example: string;
  /** What names an id like it, for the hint of a 404. */
  kinds: readonly NamedKind[];
}

interface ListQuery extends Record<string, unknown> {
  sort: string;
  limit: number;
  cursor?: string;
}

/** Registers the list route. */
export function serveList(app: FastifyInstance, context: Context, list: List): void {
  const querystring = z.strictObject({
    ...filterParameters(list.filters),
    ...list.bounds?.parameters,
    ...pagingParameters(list.sorts, list.sort),
  });
  const { path, tag, summary, description } = list;
  const params = list.scope ? { params: list.scope.parameters } : {};
  const response = answers(listOf(list.envelope, list.item), 'A page of the list.', {
    missing: list.scope !== undefined,
  });
  const schema = { tags: [tag], summary, description, querystring, ...params, response };
  app.get(path, { schema }, (request, reply) => {
    context.store.read(() => answerList(context, list, request, reply));
  });
}

function answerList(
  context: Context,
  list: List,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { store } = context;
  const query = request.query as ListQuery;
  const plan = planOf(context, list, request.params as { id: string }, query);
  if (isUnchanged(context, request, reply)) return reply.code(304).send();
  const page = store.page(plan.page);
  const next = page.next && nextUrl(context, request, writeCursor(plan.identity, page.next));
  if (next !== null) reply.header('link', `<${next}>; rel="next"`);
  return reply.send(envelope(page, query.limit, next));
}

/** The plan of the page, with what tells its list from every other. */
function planOf(
  context: Context,
  list: List,
  params: { id: string },
  query: ListQuery,
): { page: Plan; identity: string } {
  const { store } = context;
  const scope = list.scope?.read(context, params) ?? [];
  const groups = [...scope, ...readFilters(store, list.collection, list.filters, query)];
  const keys = list.bounds?.read(query) ?? {};
  const order = list.sorts[query.sort] ?? { by: 'key', reversed: false };
  const identity = JSON.stringify([list.path, groups, keys, order]);
  const after = query.cursor === undefined ? null : readCursor(identity, query.cursor);
  return { page: { collection: list.collection, groups, keys, order, after, limit: query.limit }, identity };
}

/** Sets the headers of a JSON answer; true where the client has these very bytes already. */
export function isUnchanged(context: Context, request: FastifyRequest, reply: FastifyReply): boolean {
  const mediaType = negotiate(request, [jsonMediaType]);
  const etag = etagFor(context, request, datasetOf(context.store).version, mediaType);
  reply.headers({ etag, 'content-type': mediaType, 'cache-control': 'public, no-cache', vary: 'Accept' });
  return isNamed(etag, request.headers['if-none-match']);
}

/** The same URL with another cursor. */
function nextUrl(context: Context, request: FastifyRequest, cursor: string): string {
  const url = new URL(request.url, originOf(context, request));
  url.searchParams.set('cursor', cursor);
  return url.href;
}

/** Registers the item route. */
export function serveItem(app: FastifyInstance, context: Context, contract: Item): void {
  const { collection, tag, summary, description, item, example } = contract;
  const params = idParameter(example);
  const response = answers(item, 'The item.', { missing: true, moved: true });
  const schema = { tags: [tag], summary, description, params, querystring: z.strictObject({}), response };
  app.get(`/${collection}/:id`, { schema }, (request, reply) => {
    context.store.read(() => answerItem(context, contract, request, reply));
  });
}

/** The `id` in a path, with an example that works when tried. */
export const idParameter = (example: string) =>
  z.object({ id: z.string().meta({ description: 'Id of the item.', examples: [example] }) });

function answerItem(
  context: Context,
  contract: Item,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { id } = request.params as { id: string };
  const body = context.store.document(contract.collection, id);
  if (body === null) return answerMissing(context, contract, id, reply);
  if (isUnchanged(context, request, reply)) return reply.code(304).send();
  return reply.send(body);
}

/** A retired id leads to the one that took its place; any other is an error with the nearest id. */
function answerMissing(
  { store }: Context,
  { collection, kinds }: Omit<Item, 'item'>,
  id: string,
  reply: FastifyReply,
) {
  const successor = store.successor(collection, id);
  if (successor !== null) return reply.redirect(`/${collection}/${successor}`, 301);
  throw unknownId({ store }, collection, kinds, id);
}

/** The error for an id that the collection does not hold. */
export function unknownId(
  { store }: Pick<Context, 'store'>,
  collection: Collection,
  kinds: readonly NamedKind[],
  id: string,
) {
  const [named] = store.names.resolve(kinds, id);
  const hint = named ?? store.names.nearest(kinds, id) ?? undefined;
  return new Problem({
    code: 'unknown-id',
    detail: `/${collection} holds no '${id.slice(0, 100)}'`,
    param: 'id',
    hint,
  });
}
