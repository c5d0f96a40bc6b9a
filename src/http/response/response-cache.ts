// Keeps whole responses as bytes and answers repeated requests with them until the data changes.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { isNamed } from './validators.ts';

/** Memory that the cache takes, in bytes. */
const defaultMaxBytes = 24 * 1024 * 1024;

/** Larger bodies, in bytes, are not stored: each would evict many others. */
const maxBodyBytes = 1024 * 1024;

/** Memory that an entry takes in addition to its body and key, in bytes, roughly. */
const entryOverheadBytes = 2_000;

/** A response with status 200. Header names are in lower case. */
interface CachedResponse {
  etag: string;
  headers: Record<string, string>;
  /** The headers without those that describe a body (RFC 9110, 15.4.5). */
  notModifiedHeaders: Record<string, string>;
  /** Compressed as `content-encoding` says. */
  body: Buffer;
}

/** The key under which a response will be stored, and the generation of the data that was current when the request arrived. */
interface CacheSlot {
  key: string;
  generation: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Null where the response must not be stored. */
    cacheSlot: CacheSlot | null;
  }
}

export class ResponseCache {
  readonly #currentGeneration: () => number;
  readonly #entries: LRUCache<string, CachedResponse>;
  #generation = -1;
  /** Requests that were answered from the cache. */
  hits = 0;
  /** Responses that could have been stored and were made from the data. */
  misses = 0;

  /** `currentGeneration` gives a number that changes whenever the data does. */
  constructor(currentGeneration: () => number, maxBytes = defaultMaxBytes) {
    this.#currentGeneration = currentGeneration;
    this.#entries = new LRUCache({ maxSize: maxBytes });
  }

  /** The current generation of the data; empties the cache where it is a new one. */
  generation(): number {
    const generation = this.#currentGeneration();
    if (generation !== this.#generation) this.#entries.clear();
    this.#generation = generation;
    return generation;
  }

  get(key: string): CachedResponse | undefined {
    return this.#entries.get(key);
  }

  /** Stores a response unless the data has changed since its request arrived. */
  set({ key, generation }: CacheSlot, response: CachedResponse): void {
    if (response.body.length > maxBodyBytes || generation !== this.generation()) return;
    this.#entries.set(key, response, { size: response.body.length + 2 * key.length + entryOverheadBytes });
  }

  /** Number of entries. */
  get size(): number {
    this.generation();
    return this.#entries.size;
  }

  /** Memory that the entries take, in bytes. */
  get bytes(): number {
    this.generation();
    return this.#entries.calculatedSize;
  }
}

/**
 * Adds the lookup before, and the store after, all routes that are registered from here on. To be called after the
 * rate limit and the compression are registered: requests are counted before the lookup, and stored bytes are compressed.
 */
export function cacheResponses(app: FastifyInstance, cache: ResponseCache): void {
  app.decorateRequest('cacheSlot', null);
  app.addHook('onRequest', (request, reply, done) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return done();
    const key = keyOf(request);
    const generation = cache.generation();
    const found = cache.get(key);
    if (found) {
      cache.hits += 1;
      return sendCached(found, request, reply);
    }
    request.cacheSlot = { key, generation };
    done();
  });
  app.addHook('onRoute', (route) => {
    route.onSend = [route.onSend ?? []].flat().concat((request, reply, payload, done) => {
      store(cache, request, reply, payload);
      done(null, payload);
    });
  });
}

/** Everything beside the data that a response depends on. `Accept-Encoding` holds the one coding that was chosen. */
const keyOf = ({ url, headers, reader }: FastifyRequest): string =>
  [url, headers.host, reader ? `page ${reader.language}` : headers.accept, headers['accept-encoding']].join(
    '\n',
  );

function sendCached(
  { etag, headers, notModifiedHeaders, body }: CachedResponse,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  if (isNamed(etag, request.headers['if-none-match'])) reply.code(304).headers(notModifiedHeaders).send();
  else reply.headers(headers).send(body);
}

/** Headers of one request; all others belong to the response. */
const requestHeaders = new Set([
  ...['x-request-id', 'ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'],
]);

/** Only responses from the data have a strong ETag, and those that are streams are not stored. */
function store(cache: ResponseCache, request: FastifyRequest, reply: FastifyReply, payload: unknown): void {
  const { cacheSlot, method } = request;
  const etag = reply.getHeader('etag');
  if (cacheSlot === null || method !== 'GET' || reply.statusCode !== 200 || !isStrong(etag)) return;
  if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return;
  cache.misses += 1;
  const all = Object.entries(reply.getHeaders()).filter(([name]) => !requestHeaders.has(name));
  const headers = Object.fromEntries(all.map(([name, value]) => [name, String(value)]));
  const { 'content-length': _length, 'content-encoding': _coding, ...notModifiedHeaders } = headers;
  cache.set(cacheSlot, { etag, headers, notModifiedHeaders, body: Buffer.from(payload as Buffer) });
}

const isStrong = (etag: unknown): etag is string => typeof etag === 'string' && etag.startsWith('"');
