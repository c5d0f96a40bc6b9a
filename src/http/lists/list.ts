// Serves the list of a collection: filtered, sorted, paged, in every format that the resource offers.
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { DocumentDates } from '../../store/changes.ts';
import type { Selection } from '../../store/plan.ts';
import type { TextQuery } from '../../text/query.ts';
import { type Context, type Data, readData } from '../context.ts';
import { chooseFormat } from '../formats/choose.ts';
import { formatParameter, isInOneLanguage, type ListFormat, type StreamFormat } from '../formats/format.ts';
import { jsonList, ndjson } from '../formats/json.ts';
import { streamOf } from '../formats/stream.ts';
import { answers } from '../openapi/responses.ts';
import { type Question, questionOf, urlOf } from '../request/canonical-url.ts';
import { exampleFields, fieldsParameter, narrowing } from '../request/fields.ts';
import { languageParameter } from '../request/languages.ts';
import { originOf } from '../request/origin.ts';
import { listOf, pagingParameters } from '../request/paging.ts';
import type { Answer } from '../response/answer.ts';
import { basePathOf } from '../response/base-path.ts';
import { linkFeeds } from '../response/links.ts';
import { writePage } from '../response/page.ts';
import { setValidators } from '../response/validators.ts';
import { isFaceted, type List } from './contract.ts';
import { facetsOf } from './facets/counts.ts';
import { facetsParameter, readFacets } from './facets/facet.ts';
import { keptFacets } from './facets/kept.ts';
import { facetsSchema } from './facets/schema.ts';
import { marking } from './highlights.ts';
import { type Planned, planOf, selectionParameters } from './planning.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The list that the route serves. */
    list?: List;
  }
}

/** A request as its query string states it. */
interface ListQuery extends Record<string, unknown> {
  sort?: string;
  limit?: number;
  cursor?: string;
  fields?: string;
  format?: string;
  facets?: string;
}

/** One request on its way: what was asked, by whom, for which list. */
interface Asked {
  context: Context;
  data: Data;
  list: List;
  query: ListQuery;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** Registers the list route. */
export function serveList(app: FastifyInstance, context: Context, list: List): void {
  const formats = [jsonList(envelopeOf(list)), ndjson, ...list.formats] as const;
  const querystring = z.strictObject({
    ...selectionParameters(list),
    ...(list.facets ? facetsParameter(list.facets) : {}),
    ...pagingParameters(list.sorts, list.sort),
    ...fieldsParameter(exampleFields(list.item)),
    ...formatParameter(formats),
    ...(list.formats.some(isInOneLanguage) ? languageParameter : {}),
    ...list.formatParameters,
  });
  const { path, tag, summary, description } = list;
  const params = list.scope ? { params: list.scope.parameters } : {};
  const isScoped = list.scope !== undefined;
  const response = answers(formats, 'The list.', { missing: isScoped, moved: isScoped });
  const schema = { tags: [tag], summary, description, querystring, ...params, response };
  app.get(path, { schema, config: { list } }, (request, reply) => {
    const query = request.query as ListQuery;
    return readData(context, (data) => answerList({ context, data, list, query, request, reply }, formats));
  });
}

const envelopeOf = ({ envelope, item, facets }: List): z.ZodType =>
  listOf(envelope, item, facets ? { facets: facetsSchema(facets) } : {});

async function answerList(asked: Asked, formats: readonly [ListFormat, ...ListFormat[]]): Promise<Answer> {
  const { context, data, list, query, request, reply } = asked;
  const format = chooseFormat(request, formats, query.format);
  const planned = await planOf(data, list, request.params as { id: string }, sorted(list, query, format));
  const shape = shapeOf(list, planned.words, query.fields, format);
  const origin = originOf(context, request);
  const question = questionOf(String(request.url.split('?', 1)), planned.filters, inLinks(request, query));
  const url = urlOf(question);
  if (format.name === 'json') linkFeeds(reply, origin, question, formats);
  const languages = isInOneLanguage(format) ? request.languages : null;
  if (setValidators(context, data, request, reply, format.mediaType, url, languages))
    return reply.code(304).send();
  if ('writer' in format && query.limit === undefined) return streamAll(asked, planned, format, shape);
  return pageOf(asked, planned, question, format, shape);
}

/** What links repeat of a query. A page counts facets without being asked, so its links do not ask for them. */
function inLinks({ page }: FastifyRequest, query: ListQuery): ListQuery {
  if (page === null) return query;
  const { facets: _, ...others } = query;
  return others;
}

/** A feed without a sort of its own begins with what is new, as readers expect. */
const sorted = ({ feedSort }: List, query: ListQuery, { feed }: ListFormat): ListQuery =>
  feed && feedSort !== undefined ? { sort: feedSort, ...query } : query;

/** JSON and NDJSON hold the documents themselves; every other format takes from them what it knows. */
const keepsDocuments = ({ name }: ListFormat): boolean => name === 'json' || name === 'ndjson';

/** Whether a table has columns of what a search found. */
const showsHighlights = (fields: string | undefined): boolean => fields?.includes('highlights') ?? false;

type Shape = ((body: Buffer) => Buffer) | null;

/** What becomes of each document on its way out: marked where words were searched for, narrowed where fields are named. */
function shapeOf(list: List, words: TextQuery | null, fields: string | undefined, format: ListFormat): Shape {
  const mark = words && marking(words);
  if (!keepsDocuments(format)) return showsHighlights(fields) ? mark : null;
  const narrow = fields === undefined ? null : narrowing(list.item, fields);
  return mark && narrow ? (body) => narrow(mark(body)) : (mark ?? narrow);
}

async function pageOf(
  asked: Asked,
  { plan, filters, identity }: Planned,
  question: Question,
  format: ListFormat,
  shape: Shape,
): Promise<Answer> {
  const { context, data, list, request, reply } = asked;
  const { bodies, ...page } = await data.page(plan);
  const beside = await countsBeside(asked, plan);
  return writePage(context, data, request, reply, format, {
    ...page,
    bodies: shape ? bodies.map(shape) : bodies,
    limit: plan.limit,
    identity,
    beside,
    filters,
    question,
    item: list.item,
    ...(format.feed ? { dates: await datesOf(data, list, bodies) } : {}),
  });
}

/** The counts of the facets that were asked for. */
async function countsBeside(
  { data, list, query, request }: Asked,
  selection: Selection,
): Promise<Record<string, unknown>> {
  if (query.facets === undefined || !isFaceted(list)) return {};
  const facets = readFacets(list.facets, query.facets);
  const shared = inLinks(request, query);
  const names = facets.map(({ name }) => name);
  const count = () => facetsOf(data, list, shared, selection, facets);
  return { facets: await keptFacets(data, selection, shared, names, count) };
}

/** When each document was added and last changed: readers of feeds go by that. */
async function datesOf(
  data: Data,
  { collection }: List,
  bodies: readonly Buffer[],
): Promise<DocumentDates[]> {
  const ids = bodies.map((body) => (JSON.parse(body.toString('utf8')) as { id: string }).id);
  return (await data.dates(ids.map((id) => ({ collection, id })))) as DocumentDates[]; // of documents that are there
}

/** Everything, as long as the client reads. */
async function streamAll(
  { context, data, list, query, request, reply }: Asked,
  { plan }: Planned,
  format: StreamFormat,
  shape: Shape,
): Promise<Readable> {
  await reply.admitStream();
  const writer = format.writer({
    query,
    languages: data.dataset.languages.main,
    item: list.item,
    base: basePathOf(context.config.PUBLIC_URL),
  });
  const batches = request.method === 'HEAD' ? [] : data.everything(plan);
  return streamOf(writer, batches, shape);
}
