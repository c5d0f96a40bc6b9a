// Validators for caches: a strong ETag for each dataset, URL and media type, and when it stands for 304 (RFC 9110).
import { hash } from 'node:crypto';
import { derivation as code } from '../database/derivation.ts';
import { encodingOf } from './answers/compression.ts';
import { type Context, datasetOf, originOf } from './context.ts';
import type { Asking, Replying } from './exchange.ts';

/**
 * A strong entity tag: equal only if the bytes are. Everything that a response depends on goes in: the release that runs, the
 * one that derived the documents, the dataset version and when it was loaded, the whole URL with its origin, the media
 * type and the encoding.
 */
export function etagOf(...parts: string[]): string {
  return `"${hash('sha256', parts.join('\0'), 'base64url').slice(0, 27)}"`;
}

/**
 * Whether `If-None-Match` names the tag: `*`, or a list in which it stands, by weak comparison (RFC 9110, 13.1.2 and
 * 8.8.3.2).
 */
export function isNamed(etag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

/** What else than the URL decides the bytes. */
const vary = 'Accept, Accept-Encoding';

/**
 * Sets the headers that an answer from the data has in a media type; true where the client has these very bytes
 * already. `path` is the one spelling of a URL that may have several. Throws a Problem where there is no data.
 */
export function isUnchanged(
  context: Context,
  request: Asking,
  reply: Replying,
  mediaType: string,
  path: string = request.url,
): boolean {
  const { version, derivation, ingestedAt } = datasetOf(context.store);
  const url = originOf(context, request) + path;
  const encoding = encodingOf(request.headers);
  const etag = etagOf(code, derivation, version, ingestedAt, url, mediaType, encoding);
  request.contentCoding = encoding;
  reply.headers({ etag, 'content-type': mediaType, 'cache-control': 'public, no-cache', vary });
  return isNamed(etag, request.headers['if-none-match']);
}
