// Validators for caches: a strong ETag for each dataset, URL and media type, and when it stands for 304 (RFC 9110).
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { derivation as code } from '../database/derivation.ts';
import { release } from '../project.ts';
import { type Context, datasetOf, originOf } from './context.ts';

/**
 * The entity tag of an answer. Strong: equal only where the bytes are. All that an answer depends on goes in: the
 * release, the code that runs, the code that made the documents, the dataset version and when it was loaded, the whole
 * URL with its origin, and the media type.
 */
export function etagOf(...parts: string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return `"${hash.digest('base64url').slice(0, 27)}"`;
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

/**
 * Sets the headers that an answer from the data has in a media type; true where the client has these very bytes
 * already. Throws a Problem where there is no data.
 */
export function isUnchanged(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  mediaType: string,
): boolean {
  const { version, derivation, ingestedAt } = datasetOf(context.store);
  const url = originOf(context, request) + request.url;
  const etag = etagOf(release, code, derivation, version, ingestedAt, url, mediaType);
  reply.headers({ etag, 'content-type': mediaType, 'cache-control': 'public, no-cache', vary: 'Accept' });
  return isNamed(etag, request.headers['if-none-match']);
}
