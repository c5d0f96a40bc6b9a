// GET /changes: what was added, changed and removed since a version or a time, so that a client can follow the dataset.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Context, type Data, readData } from '../../http/context.ts';
import { chooseFormat } from '../../http/formats/choose.ts';
import { csv, csvParameters } from '../../http/formats/csv.ts';
import { atom } from '../../http/formats/feeds/atom.ts';
import { jsonFeed } from '../../http/formats/feeds/json-feed.ts';
import { formatParameter, isInOneLanguage, type ListFormat } from '../../http/formats/format.ts';
import { jsonList, ndjson } from '../../http/formats/json.ts';
import { streamOf } from '../../http/formats/stream.ts';
import { answers } from '../../http/openapi/responses.ts';
import { readCursor } from '../../http/request/cursor.ts';
import { languageParameter } from '../../http/request/languages.ts';
import { originOf } from '../../http/request/origin.ts';
import { defaultLimit, listOf, stepParameters } from '../../http/request/paging.ts';
import type { Answer } from '../../http/response/answer.ts';
import { basePathOf } from '../../http/response/base-path.ts';
import { writePage } from '../../http/response/page.ts';
import { setValidators } from '../../http/response/validators.ts';
import { collections } from '../../records/kinds.ts';
import type { Revision } from '../../store/changes.ts';
import { COMMAS } from '../../text/name-key.ts';
import { entryOf } from './feed-entry.ts';
import { bodyBatches, feedPageOf, pageOf, positionOf } from './pages.ts';
import { change, span as spanFields } from './schema.ts';
import { readSince } from './since.ts';

const feed = { title: { en: 'Changes', ar: 'التغييرات' }, entryOf };

const formats: [ListFormat, ...ListFormat[]] = [
  jsonList(listOf('ChangeList', change, spanFields)),
  ndjson,
  csv({ columns: ['collection', 'id', 'href', 'change', 'version', 'at'] }),
  jsonFeed(feed),
  atom(feed),
];

/** A value may hold several, which are parted before they are checked one by one. */
const names = collections.join('|');

const querystring = z.strictObject({
  since: z
    .string()
    .max(100)
    .optional()
    .meta({
      description:
        'A version of the dataset gives the differences from it. A year, a month or a day in UTC gives the changes on it or later, a moment with its offset the changes after it; changes that were undone are among them. Without `since`, everything counts as added.',
      examples: ['2025-08-15'],
    }),
  collection: z
    .preprocess(
      (given) =>
        [given]
          .flat()
          .flatMap((text) => String(text).split(COMMAS))
          .map((name) => name.trim()),
      z.array(z.enum(collections).meta({ enum: undefined, pattern: `^(?:${names})(?:,(?:${names}))*$` })),
    )
    .optional()
    .meta({
      description: `Only these collections, separated by commas: ${collections.join(', ')}.`,
      examples: [[], ['statements', 'people']],
    }),
  ...stepParameters,
  ...languageParameter,
  ...formatParameter(formats),
  ...csvParameters,
});

type ChangesQuery = z.output<typeof querystring>;

export function changeRoutes(app: FastifyInstance, context: Context): void {
  const schema = {
    tags: ['Dataset'],
    operationId: 'listChanges',
    summary: 'List what changed',
    description:
      'The answers that were added, changed or removed since a version or a time, oldest first. An answer also changes if a name in it does. The feed has the last change of each answer, newest first. Begin without `since`, then request the URL in `follow` from time to time.',
    querystring,
    response: answers(formats, 'The changes.'),
  };
  app.get('/changes', { schema }, async (request, reply) =>
    readData(context, (data) => answerChanges(context, data, request, reply)),
  );
}

async function answerChanges(
  context: Context,
  data: Data,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Answer> {
  const query = request.query as ChangesQuery;
  const { changes } = data;
  const format = chooseFormat(request, formats, query.format);
  const { base, asks } = await readSince(changes, query.since);
  const asked = query.collection ?? collections;
  const identity = JSON.stringify([
    '/changes',
    query.since,
    asked,
    format.feed ? 'newest first' : 'oldest first',
  ]);
  const cursor = query.cursor === undefined ? null : readCursor(identity, query.cursor);
  const to = await (cursor ? changes.revision(cursor.weight) : changes.newest());
  const span = { base: base?.number ?? 0, to: to.number, asks, collections: asked };
  const { languages, url } = request;
  const wanted = isInOneLanguage(format) ? languages : null;
  if (setValidators(context, data, request, reply, format.mediaType, url, wanted))
    return reply.code(304).send();
  if (format.feed) {
    const page = await feedPageOf(data, span, cursor, query.limit ?? defaultLimit, languages);
    return writePage(context, data, request, reply, format, { ...page, identity: () => identity });
  }
  if ('writer' in format && query.limit === undefined) {
    await reply.admitStream();
    const all = request.method === 'HEAD' ? [] : changes.everything(span, cursor && positionOf(cursor));
    return streamOf(
      format.writer({ query, languages: [], base: basePathOf(context.config.PUBLIC_URL) }),
      bodyBatches(all),
      null,
    );
  }
  const page = await pageOf(changes, span, cursor, query.limit ?? defaultLimit);
  const beside = {
    from: base?.version ?? null,
    to: to.version,
    at: to.at,
    follow: followUrl(context, request, to),
  };
  return writePage(context, data, request, reply, format, { ...page, identity: () => identity, beside });
}

/** The same question from the end of this answer on. */
function followUrl(context: Context, request: FastifyRequest, { at }: Revision): string {
  const url = new URL(originOf(context, request) + request.url);
  url.searchParams.delete('cursor');
  url.searchParams.set('since', at);
  return url.href;
}
