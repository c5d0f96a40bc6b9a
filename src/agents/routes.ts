// `/mcp`: the Model Context Protocol over streamable HTTP. Each request is answered by itself; there are no sessions.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../http/context.ts';
import { Problem } from '../http/problems/problem.ts';
import { originOf } from '../http/request/origin.ts';
import { type Api, apiOf } from './api.ts';

/** The longest request, in bytes: a question is a few hundred. */
const bodyLimit = 64 * 1024;

/** The most levels of a request; a question has five. What reads it calls itself for each level, and must not run out of stack. */
const mostLevels = 32;

/** The most messages of a batch, which old clients may send: a hundred searches would keep all others waiting for a second. */
const mostMessages = 10;

/** Registers the route. The answers of tools come from the application itself. */
export function agentRoutes(app: FastifyInstance, context: Context): void {
  app.route({
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'], // the library refuses all but POST
    url: '/mcp',
    bodyLimit,
    schema: { hide: true },
    handler: (request, reply) => answer(apiFor(app, context, request), request, reply),
  });
}

/** The library is loaded with the first request: it takes megabytes in each thread, and worker threads answer no such request. */
async function answer(api: Api, request: FastifyRequest, reply: FastifyReply): Promise<string> {
  const [{ createMcpHandler }, { mcpServerOf }] = await Promise.all([
    import('@modelcontextprotocol/server'),
    import('./mcp-server.ts'),
  ]);
  if (Array.isArray(request.body) && request.body.length > mostMessages)
    throw new Problem({ code: 'malformed-request', detail: `more than ${mostMessages} messages at a time` });
  if (isDeeper(request.body, mostLevels))
    throw new Problem({ code: 'malformed-request', detail: `the body has more than ${mostLevels} levels` });
  const handler = createMcpHandler(() => mcpServerOf(api));
  const response = await handler.fetch(webRequestOf(api, request), { parsedBody: request.body });
  reply
    .code(response.status)
    .headers({ ...Object.fromEntries(response.headers), 'cache-control': 'no-store' });
  return response.text();
}

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((each) => isDeeper(each, levels - 1)));

/** The questions of a tool count against the rate limit of the client that calls it. */
const apiFor = (app: FastifyInstance, context: Context, request: FastifyRequest): Api => {
  const { ip, headers } = request;
  const own = { host: headers.host ?? '', accept: 'application/json' };
  const send = (url: string) => app.inject({ method: 'GET', url, remoteAddress: ip, headers: own });
  return apiOf(send, originOf(context, request));
};

function webRequestOf({ linkTo }: Api, { method, headers, body }: FastifyRequest): Request {
  const given = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  const text = method === 'POST' ? { body: JSON.stringify(body) } : {};
  return new Request(linkTo('/mcp'), { method, headers: given, ...text });
}
