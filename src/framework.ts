// Makes the server with the framework around it: how it logs, what it refuses by itself, and its limits.
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import type { Config } from './config.ts';
import { frameworkErrors } from './http/errors.ts';
import { boundConnections } from './http/gate/connections.ts';
import { type Limits, limits as usualLimits } from './http/limits.ts';
import { requestId } from './http/request-id.ts';
import { answeringUnreadable } from './http/unreadable.ts';

/** What the server is made with. */
export interface ServerOptions {
  config: Config;
  logger: FastifyServerOptions['logger'];
  /** The headers of every answer. */
  headers: Record<string, string>;
  /** The last answer on each connection, which the gate keeps up to date. */
  latest: WeakMap<Socket, ServerResponse>;
  /** Gives the URL of a request that came by another way than a socket. */
  rewriteUrl: FastifyServerOptions['rewriteUrl'];
  /** What differs from the usual limits. */
  limits: Partial<Limits> | undefined;
}

type SchemaController = NonNullable<FastifyServerOptions['schemaController']>;

/**
 * Schemas are zod's, and answers are ready bytes, which tests check against the description. Given here and not set later,
 * for else the framework loads its own compilers first; its types know of no others than Ajv's.
 */
const compilersFactory = {
  buildValidator: () => validatorCompiler,
  buildSerializer: () => () => JSON.stringify,
} as object as NonNullable<SchemaController['compilersFactory']>;

/** The server without a route or a hook, but for the headers that every answer has. */
export function makeServer({
  config,
  logger,
  headers,
  latest,
  rewriteUrl,
  limits,
}: ServerOptions): FastifyInstance {
  const { maxConnections, mostConnectionsPerClient, ...bounded } = { ...usualLimits, ...limits };
  const { headersTimeout, connectionsCheckingInterval, maxHeaderSize, ...times } = bounded;
  const app: FastifyInstance = fastify({
    logger: logger ?? false,
    logController: new LogController({ disableRequestLogging: true }), // one line a request, from a hook
    childLoggerFactory: (logger) => logger, // a logger for each request costs more than the two lines that need its id
    genReqId: ({ headers }) => requestId(headers['x-request-id']),
    frameworkErrors: frameworkErrors(headers),
    clientErrorHandler: answeringUnreadable(headers, latest, (line) => app.log.info(line, 'answered')),
    return503OnClosing: false, // what was accepted is answered, and told that the connection ends
    http: {
      requireHostHeader: false, // a request without is answered by handleErrors, with a body
      ...{ headersTimeout, connectionsCheckingInterval, maxHeaderSize },
    },
    ...times,
    schemaController: { compilersFactory },
    routerOptions: { maxParamLength: 200 },
    ...(rewriteUrl ? { rewriteUrl } : {}),
  });
  app.server.maxConnections = maxConnections;
  boundConnections(app, config.TRUSTED_PROXIES, mostConnectionsPerClient);
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header('x-request-id', request.id);
    done();
  });
  return app;
}
