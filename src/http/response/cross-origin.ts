// What pages of other origins may do: read everything, and see the headers that help them.
import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

/** Options of @fastify/cors. */
const options = {
  origin: '*',
  methods: ['GET', 'HEAD', 'POST'], // agents in browsers send POST to /mcp; everything else only reads
  exposedHeaders: [
    ...['ETag', 'Link', 'X-Request-Id', 'Allow'],
    ...['Accept-Ranges', 'Content-Range', 'Content-Disposition'],
    ...['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset', 'Retry-After'],
  ],
  maxAge: 86_400,
  strictPreflight: false,
};

/** The header fields of all other responses: they are the same for every origin. */
export const exposed = {
  'access-control-allow-origin': options.origin,
  'access-control-expose-headers': options.exposedHeaders.join(', '),
};

/** Answers preflight requests. In a scope of its own, because the plugin's hook would run before every route. */
export async function answerPreflights(app: FastifyInstance): Promise<void> {
  await app.register((scope) => scope.register(cors, options));
}
