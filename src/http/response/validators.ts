// Validators for caches: a strong ETag for each dataset, URL, media type and content coding, and 304 (RFC 9110).
import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { derivation as code } from '../../store/derivation.ts';
import { type Context, type Data, originOf } from '../context.ts';

/**
 * A strong entity tag: equal only if the bytes are. Everything that a response depends on goes in: the release that runs, the
 * one that derived the documents, the dataset version and when it was loaded, the whole URL with its origin, the media
 * type and the content coding.
 */
export const etagOf = (...parts: string[]): string =>
  `"${hash('sha256', parts.join('\0'), 'base64url').slice(0, 27)}"`;

/**
 * Whether `If-None-Match` names the tag: `*`, or a list in which it stands, by weak comparison (RFC 9110, 13.1.2 and
 * 8.8.3.2).
 */
export function isNamed(etag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

/** Everything beside the URL that decides the bytes. Lower case, as @fastify/compress looks for it. */
const vary = 'accept, accept-encoding';

/**
 * Sets the headers that a response from the data has in a media type; true where the client's copy is current, so that the
 * response is 304. `path` is the canonical form of a URL that may be written in several; `languages` are the wanted ones
 * where they decide the bytes.
 */
export function setValidators(
  context: Context,
  { dataset }: Data,
  request: FastifyRequest,
  reply: FastifyReply,
  mediaType: string,
  path: string = request.url,
  languages: readonly string[] | null = null,
): boolean {
  const { version, derivation, ingestedAt } = dataset;
  const { page, url } = request;
  const whole = originOf(context, request) + (page ? url : path);
  const coding = request.headers['accept-encoding'] ?? 'identity'; // the one that was chosen
  const form = page?.key ?? [mediaType, ...(languages ?? [])].join();
  const etag = etagOf(code, derivation, version, ingestedAt, whole, form, coding);
  reply.headers({
    etag,
    'content-type': page?.mediaType ?? mediaType,
    'cache-control': 'public, no-cache',
    vary: page ? vary + page.vary : languages ? `${vary}, accept-language` : vary,
  });
  return isNamed(etag, request.headers['if-none-match']);
}
