// JSON and NDJSON: the documents as they are stored.
import type { z } from 'zod';
import { bytesOnOneLine } from '../../text/line-separators.ts';
import type { ItemFormat, PageAnswer, PageFormat, StreamFormat } from './format.ts';

export const jsonMediaType = 'application/json; charset=utf-8';

const opening = Buffer.from('{"data":[');
const comma = Buffer.from(',');
const lineFeed = Buffer.from('\n');
const nothing = Buffer.alloc(0);

/** The envelope with data and page; bodies are put in without being read. */
export const jsonList = (schema: z.ZodType): PageFormat => ({
  name: 'json',
  title: 'JSON',
  mediaType: jsonMediaType,
  description: 'A page with its envelope.',
  heeds: ['fields', 'facets'],
  schema,
  page: envelope,
});

function envelope({ bodies, total, limit, next, beside }: PageAnswer): Buffer {
  const rest = `],${JSON.stringify({ page: { total, limit, next }, ...beside }).slice(1)}`;
  const pieces: Buffer[] = [opening];
  for (const body of bodies) pieces.push(body, comma);
  if (bodies.length > 0) pieces.pop();
  pieces.push(Buffer.from(rest));
  return Buffer.concat(pieces);
}

/** The document itself. */
export const jsonItem = (schema: z.ZodType): ItemFormat => ({
  name: 'json',
  title: 'JSON',
  mediaType: jsonMediaType,
  description: 'The item.',
  heeds: ['fields'],
  schema,
  item: (body) => body,
});

/** What else one object a line is called (https://jsonlines.org). */
export const jsonLinesTypes: readonly string[] = [
  'application/jsonl',
  'application/ndjson',
  'application/jsonlines',
  'application/x-jsonlines',
];

/** One document a line (https://github.com/ndjson/ndjson-spec). */
export const ndjson: StreamFormat = {
  name: 'ndjson',
  title: 'NDJSON',
  mediaType: 'application/x-ndjson; charset=utf-8',
  otherMediaTypes: jsonLinesTypes,
  description: 'All matches, one JSON object per line; one page if `limit` is set.',
  heeds: ['fields'],
  writer: () => ({
    head: nothing,
    rows: (bodies) => Buffer.concat(bodies.flatMap((body) => [bytesOnOneLine(body), lineFeed])),
  }),
};
