// GET /dataset.ndjson and /dataset.sqlite: the whole dataset as a file, whole or in part.
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Context, type Data, readData } from '../../http/context.ts';
import { chooseFormat } from '../../http/formats/choose.ts';
import type { FormatBase } from '../../http/formats/format.ts';
import { jsonLinesTypes } from '../../http/formats/json.ts';
import { answers } from '../../http/openapi/responses.ts';
import { Problem } from '../../http/problems/problem.ts';
import { etagOf, isCurrent, lastModifiedOf, vary } from '../../http/response/validators.ts';
import type { Store } from '../../store/store.ts';
import { type DownloadFile, databaseFile, recordsFile } from './files.ts';
import { isRangeOf, type Range, readRange } from './ranges.ts';

/** A form in which the dataset can be had whole. */
interface Download extends FormatBase {
  path: string;
  operationId: string;
  summary: string;
  about: string;
  isOffered: (store: Store) => boolean;
  open: (store: Store, data: Data) => Promise<DownloadFile>;
}

export const downloads: readonly Download[] = [
  {
    name: 'ndjson',
    title: 'NDJSON',
    path: '/dataset.ndjson',
    mediaType: 'application/x-ndjson; charset=utf-8',
    otherMediaTypes: jsonLinesTypes,
    description: 'All records in the form that the ingest reads, one JSON object per line.',
    operationId: 'downloadRecords',
    summary: 'Download the records',
    about: 'Ingested into an empty database it gives the same version.',
    isOffered: () => true,
    open: recordsFile,
  },
  {
    name: 'sqlite',
    title: 'SQLite',
    path: '/dataset.sqlite',
    mediaType: 'application/vnd.sqlite3',
    description: 'The SQLite database: the records as tables, and the answers that are served.',
    operationId: 'downloadDatabase',
    summary: 'Download the database',
    about: 'Named in `DATABASE`, it serves the same answers.',
    isOffered: ({ file }) => file !== null,
    open: databaseFile,
  },
];

export function downloadRoutes(app: FastifyInstance, context: Context): void {
  for (const download of downloads) {
    const { path, operationId, summary, description, about, open } = download;
    const file = { ...download, schema: z.string().meta({ description: 'The file.' }) };
    const schema = {
      tags: ['Dataset'],
      operationId,
      summary,
      description: `${description} ${about} \`Range\` asks for a part of the file.`,
      querystring: z.strictObject({}),
      response: answers([file], 'The file.', { partial: true }),
    };
    app.get(path, { schema }, async (request, reply) => {
      const chosen = chooseFormat(request, [download], undefined);
      await reply.admitStream();
      return readData(context, async (data) =>
        sendFile(await open(context.store, data), chosen, request, reply),
      );
    });
  }
}

/** Sends a file whole, compressed where the client accepts it; or the part that `Range` asks for, as it is. */
function sendFile(
  file: DownloadFile,
  download: Download,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { size } = file;
  const range = rangeOf(request, file);
  const coding = range === null ? request.headers['accept-encoding'] : undefined; // the one that was chosen
  const etag = coding === undefined ? file.etag : etagOf(file.etag, String(coding));
  reply.headers({ etag, 'cache-control': 'public, no-cache', vary, 'accept-ranges': 'bytes' });
  const lastModified = lastModifiedOf(file.changedAt);
  if (lastModified !== null) reply.header('last-modified', lastModified);
  if (isCurrent(request.headers, etag, lastModified)) {
    file.close();
    return reply.code(304).send();
  }
  if (range !== 'unsatisfiable') return sendRange(file, range, download, request, reply);
  file.close();
  reply.header('content-range', `bytes */${size}`);
  throw new Problem({
    code: 'range-not-satisfiable',
    detail: `the file has ${size} bytes, and 'Range' asks for none of them`,
  });
}

/** Only GET knows parts (RFC 9110, 14.2). */
function rangeOf(
  { method, headers }: FastifyRequest,
  { etag, size }: DownloadFile,
): Range | 'unsatisfiable' | null {
  const counts = method === 'GET' && isRangeOf(etag, headers['if-range']);
  return counts ? readRange(headers.range, size) : null;
}

function sendRange(
  file: DownloadFile,
  range: Range | null,
  { name, mediaType }: Download,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { version, size } = file;
  const { first, last } = range ?? { first: 0, last: size - 1 };
  if (range) reply.code(206).header('content-range', `bytes ${first}-${last}/${size}`);
  reply.headers({
    'content-type': mediaType,
    'content-length': last - first + 1,
    'content-disposition': `attachment; filename="summit-record-${version}.${name}"`,
  });
  if (request.method !== 'HEAD') return reply.send(file.read({ first, last }));
  file.close();
  return reply.send(Readable.from([], { objectMode: false }));
}
