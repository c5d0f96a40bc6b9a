// Serves Swagger UI from an application of its own, made when it is first asked for: few ask, and it takes a tenth of a start to load.
import { readFileSync } from 'node:fs';
import swagger from '@fastify/swagger';
import type { FastifySwaggerUiOptions } from '@fastify/swagger-ui';
import {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  LogController,
} from 'fastify';
import { inProject } from '../../project.ts';
import { Problem } from '../problems/problem.ts';
import { pathOf } from '../request/target.ts';
import { documentationPolicy } from '../response/security-headers.ts';
import { resolvingPlugin } from './swagger-ui-plugin.ts';

/** Where it is. */
const prefix = '/docs';

const icon = readFileSync(inProject('assets', 'icon.svg'), 'utf8');

const settings: FastifySwaggerUiOptions = {
  routePrefix: prefix,
  staticCSP: documentationPolicy,
  uiConfig: {
    deepLinking: true,
    tryItOutEnabled: true,
    displayRequestDuration: true,
    docExpansion: 'list',
    defaultModelsExpandDepth: 0,
    layout: 'BaseLayout', // without a bar for other descriptions
    plugins: [resolvingPlugin],
  },
  theme: {
    title: 'Summit Record',
    css: [{ filename: 'own.css', content: readFileSync(inProject('assets', 'docs.css'), 'utf8') }],
    favicon: [{ filename: 'icon.svg', rel: 'icon', type: 'image/svg+xml', sizes: 'any', content: icon }],
  },
};

/** Phones show the page at its own width; the comment before the doctype would put browsers into quirks mode. */
const completed = (page: string): string =>
  page
    .replace(/^<!--[\s\S]*?-->\s*/, '')
    .replace('<title>', '<meta name="viewport" content="width=device-width, initial-scale=1"><title>');

/** What else than its URL decides the answer to a request for a file. */
const conditions = ['if-none-match', 'if-modified-since', 'range', 'if-range'];

/** Adds its routes. What it shows is served at `/docs/json` by whoever has the description. */
export function serveUserInterface(app: FastifyInstance): void {
  let made: Promise<FastifyInstance> | null = null;
  const handle = async ({ url, headers }: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    made ??= makeInside(app);
    const inside = await made;
    const asked = Object.entries(headers).filter(([name]) => conditions.includes(name));
    const answer = await inside.inject({ method: 'GET', url, headers: Object.fromEntries(asked) });
    const { statusCode, rawPayload } = answer;
    if (statusCode >= 400) throw refusal(url);
    const isPage = statusCode === 200 && String(answer.headers['content-type']).startsWith('text/html');
    const body = isPage ? Buffer.from(completed(answer.body)) : rawPayload;
    return reply
      .code(statusCode)
      .headers(lasting(answer.headers))
      .send(body.length > 0 ? body : undefined);
  };
  const schema = { hide: true };
  app.get(prefix, { schema }, handle);
  app.get(`${prefix}/*`, { schema }, handle);
  app.addHook('onClose', async () => (await made)?.close());
}

async function makeInside(app: FastifyInstance): Promise<FastifyInstance> {
  const { default: swaggerUi } = await import('@fastify/swagger-ui');
  const inside = fastify({
    loggerInstance: app.log,
    logController: new LogController({ disableRequestLogging: true }), // the line of a request is written outside
  });
  await inside.register(swagger); // which it asks for, and shows nothing of
  await inside.register(swaggerUi, settings);
  return inside;
}

/** A path that leads out of its folder is nothing that is served, either. */
const refusal = (url: string): Problem =>
  new Problem({ code: 'unknown-route', detail: `nothing is served at ${pathOf(url)}` });

/** Those of the connection are of the one that the answer goes out on. */
function lasting({
  date: _date,
  connection: _connection,
  'content-length': _length,
  ...headers
}: Awaited<ReturnType<FastifyInstance['inject']>>['headers']) {
  return headers;
}
