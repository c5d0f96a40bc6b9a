// GET /changes: what was added, changed and removed since a version or a time, so that a client can follow the dataset.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Answer, type Context, type Data, originOf, readData } from '../../http/context.ts';
import { csv, csvParameters } from '../../http/formats/csv.ts';
import { atom } from '../../http/formats/feeds/atom.ts';
import { jsonFeed } from '../../http/formats/feeds/json-feed.ts';
import {
  chooseFormat,
  formatParameter,
  isInOneLanguage,
  type ListFormat,
} from '../../http/formats/format.ts';
import { jsonList, ndjson } from '../../http/formats/json.ts';
import { streamOf } from '../../http/formats/stream.ts';
import { answers } from '../../http/openapi/responses.ts';
import { readCursor } from '../../http/request/cursor.ts';
import { languageParameter } from '../../http/request/languages.ts';
import { defaultLimit, listOf, stepParameters } from '../../http/request/paging.ts';
import { basePathOf } from '../../http/response/base-path.ts';
import { writePage } from '../../http/response/page.ts';
import { setValidators } from '../../http/response/validators.ts';
import type { Collection } from '../../records/kinds.ts';
import { collections } from '../../records/kinds.ts';
import type { ChangePosition, ChangeSpan, DocumentChange, Revision } from '../../store/changes.ts';
import type { Position } from '../../store/plan.ts';
import type { ChangeLog, Stream } from '../../store/store.ts';
import { COMMAS } from '../../text/name-key.ts';
import { entryOf, titleOf } from './feed-entry.ts';
import { type Change, change, span as spanFields } from './schema.ts';
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

async function pageOf(changes: ChangeLog, span: ChangeSpan, cursor: Position | null, limit: number) {
  const found = await changes.page(span, cursor && positionOf(cursor), limit + 1);
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return {
    bodies: shown.map(bodyOf),
    total: await changes.count(span),
    limit,
    next: last ? cursorAt(last, span) : null,
  };
}

/** The last changes, newest first, with the titles of their documents. */
async function feedPageOf(
  data: Data,
  span: ChangeSpan,
  cursor: Position | null,
  limit: number,
  languages: readonly string[],
) {
  const found = await data.changes.latest(span, cursor && positionOf(cursor), limit + 1);
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  const bodies = shown.map(async (each) => {
    const [body = null] = await data.documents(each.collection, [each.id]);
    return Buffer.from(JSON.stringify({ ...changeOf(each), title: titleOf(body, each.id, languages) }));
  });
  return {
    bodies: await Promise.all(bodies),
    dates: shown.map(({ at }) => ({ added: at, changed: at })),
    total: shown.length, // feeds tell none
    limit,
    next: last ? cursorAt(last, span) : null,
  };
}

async function* bodyBatches(batches: Stream<DocumentChange[]>): AsyncGenerator<Buffer[]> {
  for await (const batch of batches) yield batch.map(bodyOf);
}

const bodyOf = (change: DocumentChange): Buffer => Buffer.from(JSON.stringify(changeOf(change)));

const changeOf = ({ collection, id, change, version, at }: DocumentChange): Change => ({
  ...{ collection, id, href: `/${collection}/${id}`, change, version, at },
});

/** A walk ends at the revision at which it began, so that its pages fit together while the dataset goes on. */
const cursorAt = ({ place, collection, id }: DocumentChange, { to }: ChangeSpan): Position => ({
  key: `${place} ${collection} ${id}`,
  weight: to,
});

function positionOf({ key }: Position): ChangePosition {
  const [place, collection = '', id = ''] = key.split(' ');
  return { place: Number(place), collection: collection as Collection, id };
}

/** The same question from the end of this answer on. */
function followUrl(context: Context, request: FastifyRequest, { at }: Revision): string {
  const url = new URL(originOf(context, request) + request.url);
  url.searchParams.delete('cursor');
  url.searchParams.set('since', at);
  return url.href;
}
