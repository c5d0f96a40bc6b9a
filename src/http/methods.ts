// Answers 405 with `Allow` wherever a route is asked for something else than reading.
import { METHODS } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from './problem.ts';

const reading = ['GET', 'HEAD', 'OPTIONS'];

/** Node hands a CONNECT to a listener of its own, and never to a route. */
const knownMethods = METHODS.filter((name) => name !== 'CONNECT');

/** Remembers every route that is registered from here on; the function returned refuses all other methods on them. */
export function refuseOtherMethods(app: FastifyInstance): () => void {
  const paths = new Set<string>();
  app.addHook('onRoute', ({ method, url }) => {
    if ([method].flat().includes('GET')) paths.add(url);
  });
  return () => {
    for (const name of knownMethods) if (!app.supportedMethods.includes(name)) app.addHttpMethod(name);
    const method = app.supportedMethods.filter((name) => !reading.includes(name));
    for (const url of paths) {
      app.route({
        method,
        url,
        schema: { hide: true },
        onRequest: refuse, // before the body is read: what it holds does not matter
        handler: refuse,
      });
    }
  };
}

async function refuse(request: FastifyRequest, reply: FastifyReply): Promise<never> {
  reply.header('allow', reading.join(', '));
  const detail = `${request.method} is not possible here; the API only reads`;
  throw new Problem({ code: 'method-not-allowed', detail, allowed: reading });
}
