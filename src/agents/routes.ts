// `/mcp`: the Model Context Protocol over streamable HTTP. Each request is answered by itself; there are no sessions.
import { createMcpHandler } from '@modelcontextprotocol/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Api, apiOf } from './api.ts';
import { mcpServerOf } from './mcp-server.ts';

/** The longest request, in bytes: a question is a few hundred. */
const bodyLimit = 64 * 1024;

/** Registers the route. The answers of tools come from the application itself. */
export function agentRoutes(app: FastifyInstance): void {
  app.route({
    method: ['GET', 'POST', 'DELETE'],
    url: '/mcp',
    bodyLimit,
    schema: { hide: true },
    handler: (request, reply) => answer(app, request, reply),
  });
}

async function answer(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply): Promise<string> {
  const handler = createMcpHandler(() => mcpServerOf(apiFor(app, request)), { responseMode: 'json' });
  const response = await handler.fetch(webRequestOf(request), { parsedBody: request.body });
  reply
    .code(response.status)
    .headers({ ...Object.fromEntries(response.headers), 'cache-control': 'no-store' });
  return response.text();
}

/** The questions of a tool count against the rate limit of the client that calls it. */
const apiFor = (app: FastifyInstance, { ip, headers: { host = '' } }: FastifyRequest): Api =>
  apiOf((url) =>
    app.inject({ method: 'GET', url, remoteAddress: ip, headers: { host, accept: 'application/json' } }),
  );

function webRequestOf({ method, headers, host, body }: FastifyRequest): Request {
  const given = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  const text = method === 'POST' ? { body: JSON.stringify(body) } : {};
  return new Request(`http://${host}/mcp`, { method, headers: given, ...text });
}
