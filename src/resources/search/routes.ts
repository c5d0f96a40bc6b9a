// GET /search over all kinds at once, and GET /suggest for a search box.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Answer, type Context, type Data, readData } from '../../http/context.ts';
import { chooseFormat } from '../../http/formats/format.ts';
import { jsonItem, jsonList } from '../../http/formats/json.ts';
import { documentHighlighter, type Highlights } from '../../http/lists/highlights.ts';
import { answers } from '../../http/openapi/responses.ts';
import { Problem } from '../../http/problems/problem.ts';
import { candidatesOf, type Described } from '../../http/request/candidates.ts';
import { oneOf } from '../../http/request/code-filters.ts';
import { readCursor } from '../../http/request/cursor.ts';
import { filterParameters, readFilters } from '../../http/request/filters.ts';
import { defaultLimit, listOf, stepParameters } from '../../http/request/paging.ts';
import { searchDescription, searchedWords } from '../../http/request/planning.ts';
import { writePage } from '../../http/response/page.ts';
import { setValidators } from '../../http/response/validators.ts';
import { capital, manyOf } from '../../records/kind-words.ts';
import { type Collection, collectionOf, type Kind, kinds, suggestedKinds } from '../../records/kinds.ts';
import type { Completion, Hit } from '../../store/hits.ts';
import type { NamedId } from '../../store/names.ts';
import { nameKey, nameKeys } from '../../text/name-key.ts';
import { parseQuery } from '../../text/query.ts';
import { type SearchHit, type Suggestion, searchHit, suggestion } from './schema.ts';

const tag = 'Search';

const kindFilter = {
  param: 'kind',
  description: `Only these kinds: ${kinds.join(', ')}.`,
  example: 'statement',
  values: oneOf(kinds),
};

/** Completions that are sent unless the request sets a limit. */
const defaultSuggestions = 10;

const hitList = jsonList(listOf('SearchHitList', searchHit));

/** Registers both routes. */
export function searchRoutes(app: FastifyInstance, context: Context): void {
  const search = {
    tags: [tag],
    operationId: 'search',
    summary: 'Search everything',
    description: `${capital(manyOf(['statement', ...kinds.filter((kind) => kind !== 'statement')]))} at once, best first.`,
    querystring: z.strictObject({
      q: searchedWords('say what to search for').meta({
        description: searchDescription,
        examples: ['محادثات'],
      }),
      ...filterParameters([kindFilter]),
      ...stepParameters,
    }),
    response: answers([hitList], 'The found records.'),
  };
  app.get('/search', { schema: search }, async (request, reply) =>
    readData(context, (data) => answerSearch(context, data, request, reply)),
  );
  const suggest = {
    tags: [tag],
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
  app.get('/suggest', { schema: suggest }, async (request, reply) =>
    readData(context, (data) => answerSuggest(context, data, request, reply)),
  );
}

interface SearchQuery extends Record<string, unknown> {
  q: string;
  kind?: string[];
  limit?: number;
  cursor?: string;
}

async function answerSearch(
  context: Context,
  data: Data,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Answer> {
  const query = request.query as SearchQuery;
  const search = parseQuery(query.q);
  const collections = await collectionsOf(data, query);
  const identity = JSON.stringify(['/search', search, collections]);
  const after = query.cursor === undefined ? null : readCursor(identity, query.cursor);
  const { mediaType } = chooseFormat(request, [hitList], undefined);
  if (search?.kind !== 'matching') throw noWords();
  if (setValidators(context, data, request, reply, mediaType)) return reply.code(304).send();
  const limit = query.limit ?? defaultLimit;
  const { hits, total } = await data.found(search, collections, after, limit + 1);
  const shown = hits.slice(0, limit);
  const next = (hits.length > limit && shown.at(-1)?.position) || null;
  const find = documentHighlighter(search);
  const bodies = shown.map((each) => Buffer.from(JSON.stringify(hitOf(each, find))));
  return writePage(context, data, request, reply, hitList, {
    bodies,
    total,
    limit,
    next,
    identity: () => identity,
  });
}

const noWords = (): Problem =>
  new Problem({
    code: 'invalid-parameter',
    detail: 'q: expected at least one word that is not excluded',
    param: 'q',
  });

/** The collections of the kinds that are asked for; all of them unless told. */
async function collectionsOf(data: Data, query: SearchQuery): Promise<Collection[]> {
  const groups = await readFilters(data, 'statements', [kindFilter], query);
  const passes = (kind: Kind) => groups.every(({ values, negated }) => values.includes(kind) !== negated);
  return kinds.filter(passes).map((kind) => collectionOf[kind]);
}

interface FoundBody {
  id: string;
  href: string;
  name?: SearchHit['title'];
  gist?: SearchHit['title'];
  event?: { name: SearchHit['title'] };
}

function hitOf({ collection, body }: Hit, find: (body: Buffer) => Highlights): SearchHit {
  const document = JSON.parse(body.toString('utf8')) as FoundBody;
  const kind = kinds.find((each) => collectionOf[each] === collection) as Kind;
  const title = (document.name ?? document.gist ?? document.event?.name) as SearchHit['title'];
  return { kind, id: document.id, href: document.href, title, highlights: find(body) };
}

const suggestions = jsonItem(
  z
    .object({ data: z.array(suggestion).meta({ description: 'The completions, the most used first.' }) })
    .meta({ id: 'SuggestionList', description: 'Completions for a search box.' }),
);

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
