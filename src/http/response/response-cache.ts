// Keeps whole responses as bytes and answers repeated requests with them until the data changes.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { isCurrent } from './validators.ts';

/** Memory that the cache takes, in bytes. */
const defaultMaxBytes = 16 * 1024 * 1024;

/** Larger bodies, in bytes, are not stored: each would evict many others. */
const maxBodyBytes = 1024 * 1024;

/** Length of all keys that are remembered to tell repeated requests, in characters. */
const maxAskedLength = 1024 * 1024;

/** Memory that an entry takes in addition to its body and key, in bytes, roughly. */
const entryOverheadBytes = 2_000;

/** A response with status 200. */
interface CachedResponse {
  etag: string;
  lastModified: string | undefined;
  /** Names and values of its header fields in turn, as Node writes them; without those of one request. */
  headers: string[];
  /** The same without the fields that describe a body (RFC 9110, 15.4.5). */
  notModifiedHeaders: string[];
  /** Compressed as `content-encoding` says. */
  body: Buffer;
}

/** The key under which a response will be stored, and the generation of the data that was current when the request arrived. */
interface CacheSlot {
  key: string;
  generation: number;
  /** True to store the first response already. */
  isExpensive: boolean;
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
  readonly #asked = new LRUCache<string, true>({
    maxSize: maxAskedLength,
    sizeCalculation: (_asked, key) => key.length,
  });
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

  /**
   * Whether the same was asked before, lately. Most requests come once; to store their responses would keep the garbage
   * collector busy and evict others.
   */
  isRepeated(key: string): boolean {
    if (this.#asked.has(key)) return true;
    this.#asked.set(key, true);
    return false;
  }

  /** Stores a response unless the data is known to have changed since its request arrived. */
  set({ key, generation }: Pick<CacheSlot, 'key' | 'generation'>, response: CachedResponse): void {
    if (response.body.length > maxBodyBytes || generation !== this.#generation) return;
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
    request.cacheSlot = { key, generation, isExpensive: false };
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
function keyOf({ url, headers, reader, languages }: FastifyRequest): string {
  const form = reader ? `page ${reader.language}` : headers.accept;
  return [url, headers.host, form, languages.join(), headers['accept-encoding']].join('\n');
}

/** Writes the response itself, since everything that Fastify would do to it was done before it was stored. */
function sendCached(cached: CachedResponse, { headers }: FastifyRequest, reply: FastifyReply): void {
  const isKnown = isCurrent(headers, cached.etag, cached.lastModified);
  const fields = [...(isKnown ? cached.notModifiedHeaders : cached.headers)];
  for (const name of requestFields) {
    const value = reply.getHeader(name);
    if (value !== undefined) fields.push(name, String(value));
  }
  reply.hijack();
  reply.raw.writeHead(isKnown ? 304 : 200, fields).end(isKnown ? undefined : cached.body);
}

/** Header fields of one request; all others belong to the response. */
const requestFields = ['x-request-id', 'ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'];

/** Header fields that describe a body. */
const bodyFields = ['content-length', 'content-encoding'];

/** Only responses from the data have a strong ETag, and those that are streams are not stored. */
function store(cache: ResponseCache, request: FastifyRequest, reply: FastifyReply, payload: unknown): void {
  const { cacheSlot, method } = request;
  const etag = reply.getHeader('etag');
  if (cacheSlot === null || method !== 'GET' || reply.statusCode !== 200 || !isStrong(etag)) return;
  if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return;
  cache.misses += 1;
  const isExpensive = cacheSlot.isExpensive || reply.hasHeader('content-encoding');
  if (!isExpensive && !cache.isRepeated(cacheSlot.key)) return;
  const body = alone(payload);
  const all = { ...reply.getHeaders(), 'content-length': body.length };
  const fieldsWithout = (names: readonly string[]): string[] =>
    Object.entries(all).flatMap(([name, value]) => (names.includes(name) ? [] : [name, String(value)]));
  const headers = fieldsWithout(requestFields);
  const notModifiedHeaders = fieldsWithout([...requestFields, ...bodyFields]);
  const lastModified = reply.getHeader('last-modified') as string | undefined;
  cache.set(cacheSlot, { etag, lastModified, headers, notModifiedHeaders, body });
}

/** The payload in memory that nothing else is held by: itself, or a copy. A copy of each large response would be most of the garbage. */
const alone = (payload: string | Buffer): Buffer =>
  typeof payload !== 'string' && payload.buffer.byteLength === payload.length
    ? payload
    : Buffer.from(payload as Buffer);

const isStrong = (etag: unknown): etag is string => typeof etag === 'string' && etag.startsWith('"');
