// GET /dataset.ndjson and /dataset.sqlite: the whole dataset as a file, whole or in part.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Store } from '../database/store.ts';
import { isNamed } from '../http/caching.ts';
import { type Context, datasetOf } from '../http/context.ts';
import { chooseFormat } from '../http/formats/format.ts';
import { Problem } from '../http/problem.ts';
import { answers } from '../http/responses.ts';
import { Copies, type Copy } from './copies.ts';
import { writeDatabase, writeRecords } from './make.ts';
import { isRangeOf, type Range, readRange } from './ranges.ts';

/** A form in which the dataset can be had whole. */
interface Download {
  name: string;
  path: string;
  mediaType: string;
  description: string;
  summary: string;
  about: string;
  write: (store: Store, file: string) => Promise<string>;
}

export const downloads: readonly Download[] = [
  {
    name: 'ndjson',
    path: '/dataset.ndjson',
    mediaType: 'application/x-ndjson; charset=utf-8',
    description: 'Every record as the ingest reads it, one JSON object a line.',
    summary: 'Download the records',
    about: 'Ingested into an empty database it gives the same version.',
    write: writeRecords,
  },
  {
    name: 'sqlite',
    path: '/dataset.sqlite',
    mediaType: 'application/vnd.sqlite3',
    description: 'The SQLite database: the records as tables, and the answers that are served.',
    summary: 'Download the database',
    about: 'Named in `DATABASE`, it serves the same answers.',
    write: writeDatabase,
  },
];

export function downloadRoutes(app: FastifyInstance, context: Context): void {
  for (const download of downloads) {
    const { path, summary, description, about, mediaType, write } = download;
    const copies = new Copies((file) => write(context.store, file));
    app.addHook('onClose', () => copies.close());
    const file = { mediaType, schema: z.string().meta({ description: 'The file.' }) };
    const schema = {
      tags: ['Dataset'],
      summary,
      description: `${description} ${about} \`Range\` asks for a part of the file.`,
      querystring: z.strictObject({}),
      response: answers([file], 'The file.', { partial: true }),
    };
    app.get(path, { schema }, (request, reply) => answerFile(context, download, copies, request, reply));
  }
}

async function answerFile(
  { store }: Context,
  download: Download,
  copies: Copies,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  chooseFormat(request, [download], undefined);
  const copy = await copies.take(JSON.stringify(datasetOf(store)));
  const { etag, size } = copy;
  reply.headers({ etag, 'cache-control': 'public, no-cache', vary: 'Accept', 'accept-ranges': 'bytes' });
  if (isNamed(etag, request.headers['if-none-match'])) {
    copy.release();
    return reply.code(304).send();
  }
  const range = rangeOf(request, copy);
  if (range !== 'unsatisfiable') return sendRange(copy, range, download, request, reply);
  copy.release();
  reply.header('content-range', `bytes */${size}`);
  throw new Problem({
    code: 'range-not-satisfiable',
    detail: `the file has ${size} bytes, and 'Range' asks for none of them`,
  });
}

/** Only GET knows parts (RFC 9110, 14.2). */
function rangeOf({ method, headers }: FastifyRequest, { etag, size }: Copy): Range | 'unsatisfiable' | null {
  const counts = method === 'GET' && isRangeOf(etag, headers['if-range']);
  return counts ? readRange(headers.range, size) : null;
}

/** The reader gives the copy back when it has all, or when it goes away. */
function sendRange(
  copy: Copy,
  range: Range | null,
  { name, mediaType }: Download,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { version, size } = copy;
  const { first, last } = range ?? { first: 0, last: size - 1 };
  if (range) reply.code(206).header('content-range', `bytes ${first}-${last}/${size}`);
  reply.headers({
    'content-type': mediaType,
    'content-length': last - first + 1,
    'content-disposition': `attachment; filename="summit-record-${version}.${name}"`,
  });
  const isHead = request.method === 'HEAD';
  const body = copy.read(isHead ? { first: 0, last: -1 } : { first, last });
  body.once('close', copy.release);
  return reply.send(body);
}
