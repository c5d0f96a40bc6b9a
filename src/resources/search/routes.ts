// GET /search over all kinds at once.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Context, type Data, readData } from '../../http/context.ts';
import { chooseFormat } from '../../http/formats/choose.ts';
import { jsonList } from '../../http/formats/json.ts';
import { documentHighlighter, type Highlights } from '../../http/lists/highlights.ts';
import { searchDescription, searchedWords } from '../../http/lists/planning.ts';
import { answers } from '../../http/openapi/responses.ts';
import { Problem } from '../../http/problems/problem.ts';
import { oneOf } from '../../http/request/code-filters.ts';
import { readCursor } from '../../http/request/cursor.ts';
import { filterParameters } from '../../http/request/filters.ts';
import { defaultLimit, listOf, stepParameters } from '../../http/request/paging.ts';
import { readFilters } from '../../http/request/read-filters.ts';
import type { Answer } from '../../http/response/answer.ts';
import { writePage } from '../../http/response/page.ts';
import { setValidators } from '../../http/response/validators.ts';
import { capital, manyOf } from '../../records/kind-words.ts';
import { type Collection, collectionOf, type Kind, kinds } from '../../records/kinds.ts';
import type { Hit } from '../../store/hits.ts';
import { parseQuery } from '../../text/query.ts';
import { type SearchHit, searchHit } from './schema.ts';

const kindFilter = {
  param: 'kind',
  description: `Only these kinds: ${kinds.join(', ')}.`,
  example: 'statement',
  values: oneOf(kinds),
};

const hitList = jsonList(listOf('SearchHitList', searchHit));

/** Registers the route. */
export function searchRoute(app: FastifyInstance, context: Context): void {
  const search = {
    tags: ['Search'],
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
