// Serves what is worked out about one item when it is asked for, under the item's own path.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Collection } from '../../records/kinds.ts';
import type { NamedKind } from '../../store/names.ts';
import type { Later } from '../../store/store.ts';
import { type Context, type Data, readData } from '../context.ts';
import { chooseFormat } from '../formats/choose.ts';
import { formatParameter } from '../formats/format.ts';
import { jsonItem } from '../formats/json.ts';
import { answers } from '../openapi/responses.ts';
import { fieldsParameter, narrowing } from '../request/fields.ts';
import { originOf } from '../request/origin.ts';
import type { Answer } from '../response/answer.ts';
import { setValidators } from '../response/validators.ts';
import { idParameter, unknownId } from './item.ts';

/** What a resource says of a view of its items. */
export interface View {
  collection: Collection;
  /** The last step of its path: `/statements/{id}/comparison`. */
  name: string;
  tag: string;
  summary: string;
  description: string;
  view: z.ZodType;
  /** An id that works when tried. */
  example: string;
  /** Paths that `fields` shows as its example. */
  fields: string;
  /** What names an id like it, for the hint of a 404. */
  kinds: readonly NamedKind[];
  parameters: Record<string, z.ZodType>;
  /**
   * Reads the query and gives the function that works the answer out, which is called only where the client has no copy;
   * null where the collection has no such id. Throws a Problem where the query is at fault.
   */
  make: (data: Data, id: string, query: Record<string, unknown>) => Promise<(() => Later<object>) | null>;
}

/** Registers the route of a view. */
export function serveView(app: FastifyInstance, context: Context, contract: View): void {
  const { collection, name, tag, summary, description, view, example, fields, parameters } = contract;
  const json = jsonItem(view);
  const querystring = z.strictObject({
    ...parameters,
    ...fieldsParameter(fields),
    ...formatParameter([json]),
  });
  const response = answers([json], 'The answer.', { missing: true, moved: true });
  const schema = { tags: [tag], summary, description, params: idParameter(example), querystring, response };
  app.get(`/${collection}/:id/${name}`, { schema }, async (request, reply) =>
    readData(context, (data) => answerView(context, data, contract, request, reply)),
  );
}

async function answerView(
  context: Context,
  data: Data,
  contract: View,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Answer> {
  const { id } = request.params as { id: string };
  const query = request.query as Record<string, unknown> & { fields?: string; format?: string };
  const json = jsonItem(contract.view);
  const { mediaType } = chooseFormat(request, [json], query.format);
  const narrow = query.fields === undefined ? null : narrowing(contract.view, query.fields);
  const answer = await contract.make(data, id, query);
  if (answer === null) throw await unknownId(data, contract.collection, contract.kinds, id);
  if (setValidators(context, data, request, reply, mediaType)) return reply.code(304).send();
  const body = Buffer.from(JSON.stringify(await answer()));
  return json.item(narrow ? narrow(body) : body, {
    origin: originOf(context, request),
    query,
    languages: request.languages,
  });
}
