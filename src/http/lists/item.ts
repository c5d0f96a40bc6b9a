// Serves the items of a collection by id.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Collection } from '../../records/kinds.ts';
import type { NamedKind } from '../../store/names.ts';
import { type Context, type Data, readData } from '../context.ts';
import { chooseFormat } from '../formats/choose.ts';
import { formatParameter, type ItemFormat, isInOneLanguage } from '../formats/format.ts';
import { jsonItem } from '../formats/json.ts';
import { answers } from '../openapi/responses.ts';
import { Moved } from '../problems/moved.ts';
import { Problem } from '../problems/problem.ts';
import { exampleFields, fieldsParameter, narrowing } from '../request/fields.ts';
import { languageParameter } from '../request/languages.ts';
import { originOf } from '../request/origin.ts';
import type { Answer } from '../response/answer.ts';
import { setValidators } from '../response/validators.ts';
import { successorOfJoined } from './joined-ids.ts';

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
  /** Formats beside JSON. */
  formats: readonly ItemFormat[];
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The items that the route serves. */
    item?: Item;
  }
}

/** Registers the item route. */
export function serveItem(app: FastifyInstance, context: Context, contract: Item): void {
  const { collection, tag, summary, description, item, example } = contract;
  const formats = [jsonItem(item), ...contract.formats] as const;
  const querystring = z.strictObject({
    ...fieldsParameter(exampleFields(item)),
    ...(formats.some(isInOneLanguage) ? languageParameter : {}),
    ...formatParameter(formats),
  });
  const response = answers(formats, 'The item.', { missing: true, moved: true });
  const schema = { tags: [tag], summary, description, params: idParameter(example), querystring, response };
  app.get(`/${collection}/:id`, { schema, config: { item: contract } }, (request, reply) =>
    readData(context, (data) => answerItem(context, data, contract, formats, request, reply)),
  );
}

/** The `id` in a path, with an example that works when tried. */
export const idParameter = (example: string) =>
  z.object({ id: z.string().meta({ description: 'Id of the item.', examples: [example] }) });

async function answerItem(
  context: Context,
  data: Data,
  contract: Item,
  formats: readonly [ItemFormat, ...ItemFormat[]],
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Answer> {
  const { id } = request.params as { id: string };
  const query = request.query as { fields?: string; format?: string };
  const format = chooseFormat(request, formats, query.format);
  const narrow = query.fields === undefined ? null : narrowing(contract.item, query.fields);
  const body = await documentOf(data, contract.collection, contract.kinds, id);
  const { languages, url } = request;
  const wanted = isInOneLanguage(format) ? languages : null;
  if (setValidators(context, data, request, reply, format.mediaType, url, wanted))
    return reply.code(304).send();
  const narrowed = narrow && format.name === 'json' ? narrow(body) : body;
  return format.item(narrowed, { origin: originOf(context, request), query, languages });
}

/** The document with this id. Throws a Problem with a hint where there is none, and Moved where another took its place. */
export async function documentOf(
  data: Data,
  collection: Collection,
  kinds: readonly NamedKind[],
  id: string,
): Promise<Buffer> {
  const [body] = await data.documents(collection, [id]);
  if (body) return body;
  throw await unknownId(data, collection, kinds, id);
}

/** The error for an id that the collection does not hold; a retired one leads to the one that took its place. */
export async function unknownId(
  data: Data,
  collection: Collection,
  kinds: readonly NamedKind[],
  id: string,
): Promise<Problem | Moved> {
  if (id === '') {
    const detail = `nothing is served at /${collection}/`;
    return new Problem({ code: 'unknown-route', detail, hint: `/${collection}` });
  }
  const successor = (await data.successor(collection, id)) ?? (await successorOfJoined(data, collection, id));
  if (successor !== null) return new Moved(successor);
  const [[named] = []] = await data.resolve([{ kinds, text: id }]);
  const near = named ?? (await data.nearestName({ kinds, text: id }));
  const hint = near?.id ?? (await data.nearestId(collection, id)) ?? undefined;
  const detail = `/${collection} holds no '${id.slice(0, 100)}'`;
  return new Problem({ code: 'unknown-id', detail, param: 'id', hint });
}
