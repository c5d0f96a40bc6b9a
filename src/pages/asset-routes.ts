// Serves the style sheet, the script and the icon of the pages. Their addresses change with their content. They are answered
// under load, too: a page that was answered must not stand there without its style.
import type { FastifyInstance } from 'fastify';
import { assets, icon } from './assets.ts';

/** A year, in seconds: what an address leads to never changes. */
const maxAge = 31_536_000;

/** A day, in seconds, for the icon under the address that some clients ask for without being told. */
const iconAge = 86_400;

export function assetRoutes(app: FastifyInstance): void {
  for (const { href, mediaType, bytes } of assets) {
    app.get(href, { schema: { hide: true }, config: { isNeverShed: true } }, async (_request, reply) => {
      reply.headers({ 'content-type': mediaType, 'cache-control': `public, max-age=${maxAge}, immutable` });
      return bytes;
    });
  }
  app.get(
    '/favicon.ico',
    { schema: { hide: true }, config: { isNeverShed: true } },
    async (_request, reply) => {
      reply.headers({ 'content-type': icon.mediaType, 'cache-control': `public, max-age=${iconAge}` });
      return icon.bytes;
    },
  );
}
