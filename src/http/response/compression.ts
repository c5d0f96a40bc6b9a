// How responses are compressed, and which content coding a request gets (RFC 9110, 12.5.3).
import type { IncomingHttpHeaders } from 'node:http';
import zlib from 'node:zlib';
import compress, { type FastifyCompressOptions } from '@fastify/compress';
import type { FastifyInstance, onSendHookHandler } from 'fastify';
import Negotiator from 'negotiator';
import { rememberHeaders } from '../request/remember-headers.ts';

/** The codings that the server offers, best first. */
const codings = ['br', 'gzip'] as const;

const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN } = zlib.constants;

/**
 * Brotli's quality and gzip's level: higher ones take much longer for little less. Brotli's window of 256 KiB (2^18) is more
 * than a page; to prepare its default of 4 MiB takes longer than to compress an item (docs/decisions/compression.md).
 */
const brotliParams = { [BROTLI_PARAM_QUALITY]: 3, [BROTLI_PARAM_LGWIN]: 18 };
const gzip = { level: 3, memLevel: 9 };

/** Sizes in bytes. */
const options: FastifyCompressOptions = {
  globalDecompression: false, // no route reads a body
  encodings: [...codings],
  customTypes: /^text\/|json|xml|yaml|javascript|sqlite/,
  threshold: 1_000, // less fits into a packet anyway
  syncThreshold: 1024 * 1024, // a page is compressed in one go, so that the response cache can store it; longer bodies as streams
  brotliOptions: { params: brotliParams },
  zlibOptions: gzip,
};

/**
 * Compresses the responses of all routes that are registered from here on. Fastify's own hook for HEAD, which drops the
 * body, is moved to the end: so `content-length` is that of the compressed body, as it is for GET. A 304 has none.
 */
export async function compressResponses(app: FastifyInstance): Promise<void> {
  await app.register(compress, options);
  app.addHook('onRoute', (route) => {
    if (route.method !== 'HEAD') return;
    const [dropBody, ...others] = [route.onSend ?? []].flat();
    if (dropBody) route.onSend = [...others, dropBody, dropLengthOf304];
  });
}

const dropLengthOf304: onSendHookHandler = (_request, reply, payload, done) => {
  if (reply.statusCode === 304) reply.removeHeader('content-length');
  done(null, payload);
};

/**
 * Replaces `Accept-Encoding` by the one coding that the response will have: the server's preference among those that the
 * client accepts. So the compression, the ETag and the key in the response cache agree, and few codings are cached.
 */
export function chooseContentCoding(headers: IncomingHttpHeaders): void {
  const { 'accept-encoding': header } = headers;
  if (header === undefined) return;
  const accepted = acceptedCodings(String(header));
  const chosen = codings.find((coding) => accepted.includes(coding));
  if (chosen) headers['accept-encoding'] = chosen;
  else delete headers['accept-encoding'];
  delete headers['x-no-compression']; // @fastify/compress would heed it, and the ETag would not
}

/** The codings that an `Accept-Encoding` header allows. */
const acceptedCodings = (header: string): readonly string[] =>
  codingsOf(header, () => new Negotiator({ headers: { 'accept-encoding': header } }).encodings());

const codingsOf = rememberHeaders<readonly string[]>();
