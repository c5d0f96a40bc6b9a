// Validators for caches: a strong ETag for each dataset, URL, media type and content coding, Last-Modified, and 304 (RFC 9110).
import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { derivation as code } from '../../store/derivation.ts';
import type { Context, Data } from '../context.ts';
import { originOf } from '../request/origin.ts';

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

/**
 * The value of `Last-Modified` for a moment; null where it lies ahead, as the header must not (RFC 9110, 8.8.2.1).
 * Seconds are all that it can say, so the entity tag is the better validator.
 */
export function lastModifiedOf(moment: string | number): string | null {
  if (moment !== lastRead.moment) lastRead = httpDateOf(moment);
  return lastRead.time > Date.now() ? null : lastRead.text;
}

const httpDateOf = (moment: string | number) => {
  const date = new Date(moment);
  return { moment, time: date.getTime(), text: date.toUTCString() };
};

/** The moment that was asked for last: nearly all responses have that of the dataset, and writing it takes 3 µs. */
let lastRead = httpDateOf(0);

/** The request headers that ask whether a client's copy is current. */
type Conditions = Pick<FastifyRequest['headers'], 'if-none-match' | 'if-modified-since'>;

/** Whether the client's copy is current; a date counts only where no tag is named (RFC 9110, 13.2.2). */
export function isCurrent(
  { 'if-none-match': tags, 'if-modified-since': since }: Conditions,
  etag: string,
  lastModified: string | null | undefined,
): boolean {
  if (tags !== undefined) return isNamed(etag, tags);
  if (since === undefined || !lastModified) return false;
  return Date.parse(lastModified) <= Date.parse(since); // never, where it is no date
}

/** Everything beside the URL that decides the bytes. Lower case, as @fastify/compress looks for it. */
export const vary = 'accept, accept-encoding';

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
  const { version, derivation, ingestedAt, derivedAt } = dataset;
  const { page, url } = request;
  const whole = originOf(context, request) + (page ? url : path);
  const coding = request.headers['accept-encoding'] ?? 'identity'; // the one that was chosen
  const form = page?.key ?? [mediaType, ...(languages ?? [])].join();
  const etag = etagOf(code, derivation, version, ingestedAt, whole, form, coding);
  const lastModified = derivation === code ? lastModifiedOf(derivedAt) : null; // another release may answer otherwise
  if (lastModified !== null) reply.header('last-modified', lastModified);
  reply.headers({
    etag,
    'content-type': page?.mediaType ?? mediaType,
    'cache-control': 'public, no-cache',
    vary: page ? vary + page.vary : languages ? `${vary}, accept-language` : vary,
  });
  return isCurrent(request.headers, etag, lastModified);
}
