// GET /suggest: completes a name for a search box.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Context, type Data, readData } from '../../http/context.ts';
import { chooseFormat } from '../../http/formats/choose.ts';
import { jsonItem } from '../../http/formats/json.ts';
import { answers } from '../../http/openapi/responses.ts';
import { candidatesOf, type Described } from '../../http/request/candidates.ts';
import { stepParameters } from '../../http/request/paging.ts';
import type { Answer } from '../../http/response/answer.ts';
import { setValidators } from '../../http/response/validators.ts';
import { collectionOf, suggestedKinds } from '../../records/kinds.ts';
import type { Completion } from '../../store/hits.ts';
import type { NamedId } from '../../store/names.ts';
import { nameKey, nameKeys } from '../../text/name-key.ts';
import { type Suggestion, suggestion } from './schema.ts';

/** Completions that are sent unless the request sets a limit. */
const defaultSuggestions = 10;

const suggestions = jsonItem(
  z
    .object({ data: z.array(suggestion).meta({ description: 'The completions, the most used first.' }) })
    .meta({ id: 'SuggestionList', description: 'Completions for a search box.' }),
);

/** Registers the route. */
export function suggestRoute(app: FastifyInstance, context: Context): void {
  const schema = {
    tags: ['Search'],
    operationId: 'suggest',
    summary: 'Complete a name',
    description:
      'Names and topics in which a word begins with the typed text, in any script, with or without the Arabic article, the most used first. A record appears once for each filter that takes it: a person as speaker, then as addressee, then as mention. If no name begins so, the answer is the nearest name.',
    querystring: z.strictObject({
      q: z
        .string()
        .max(100)
        .meta({
          description: 'The typed text. One letter finds only names of one letter.',
          examples: ['بو'],
        }),
      limit: stepParameters.limit.meta({
        description: 'Largest number of completions.',
        default: defaultSuggestions,
      }),
    }),
    response: answers([suggestions], 'The completions.'),
  };
  app.get('/suggest', { schema }, async (request, reply) =>
    readData(context, (data) => answerSuggest(context, data, request, reply)),
  );
}

async function answerSuggest(
  context: Context,
  data: Data,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Answer> {
  const { q, limit = defaultSuggestions } = request.query as { q: string; limit?: number };
  const { mediaType } = chooseFormat(request, [suggestions], undefined);
  if (setValidators(context, data, request, reply, mediaType)) return reply.code(304).send();
  return JSON.stringify({ data: await suggestionsFor(data, q, limit) });
}

/** What the text completes to; if nothing, what it does without a proclitic or an article. */
async function completed(data: Data, text: string, limit: number): Promise<Completion[]> {
  const key = nameKey(text);
  for (const each of [...key].length > 1 ? nameKeys(text) : [key]) {
    const found = each === '' ? [] : await data.completions(each, suggestedKinds, limit);
    if (found.length > 0) return found;
  }
  return [];
}

/** The filters of the record whose name comes nearest: the one that the hint of a filter would name. */
async function nearestCompletions(data: Data, text: string, limit: number): Promise<Completion[]> {
  const near = await data.nearestName({ kinds: suggestedKinds, text });
  if (near === null) return [];
  const kind = near.kind as Suggestion['kind']; // one of those that were asked for
  const [name] = await data.names([{ collection: collectionOf[kind], id: near.id }]);
  const [form = ''] = Object.values(name ?? {});
  const found = await data.completions(nameKey(form), [kind], limit);
  return found.filter(({ id }) => id === near.id);
}

/** Names of which a word begins with a text, the most used first; where there is none, the one that comes nearest. */
export async function suggestionsFor(data: Data, text: string, limit: number): Promise<Suggestion[]> {
  const begun = await completed(data, text, limit);
  const found = begun.length > 0 ? begun : await nearestCompletions(data, text, limit);
  const described = await candidatesOf(data, found as readonly (Completion & NamedId)[]);
  return found.map(({ kind, id, form, facet, value, count }, at): Suggestion => {
    const { name, roles, country, within } = described[at] as Described;
    return {
      ...{ value, id, label: form, name },
      kind: kind as Suggestion['kind'],
      ...{ roles, country, within, param: facet, count },
      href: `/statements?${facet}=${value}`,
    };
  });
}
