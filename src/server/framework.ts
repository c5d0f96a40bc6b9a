// Makes the Fastify instance: its logging, limits, and what it does with every request before the routes.
import fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import type { Config } from '../config.ts';
import { ClientErrors } from '../http/problems/client-errors.ts';
import { frameworkErrors, type ProblemPage } from '../http/problems/errors.ts';
import { Problem } from '../http/problems/problem.ts';
import { type Limits, limits as usualLimits } from '../http/request/limits.ts';
import { requestId } from '../http/request/request-id.ts';
import { applyAbsoluteForm, applySuffix, faultOfTarget } from '../http/request/target.ts';
import { basePathOf, belowBase } from '../http/response/base-path.ts';
import { chooseContentCoding } from '../http/response/compression.ts';
import { boundStreams } from '../http/response/open-streams.ts';

export interface ServerOptions {
  config: Pick<Config, 'TRUSTED_PROXIES' | 'PUBLIC_URL'>;
  logger: FastifyServerOptions['logger'];
  /** The headers of every response; those that routes make get them from a later hook. */
  headers: Record<string, string>;
  /** Gives the page of a problem, where the client prefers one. */
  problemPage: ProblemPage;
  /** Counts what Node could not read as a request. */
  countUnreadable: (() => void) | undefined;
  /** Gives the URL of a request that did not come by a socket. */
  rewriteUrl: FastifyServerOptions['rewriteUrl'];
  /** Overrides of the usual limits. */
  limits: Partial<Limits> | undefined;
}

type SchemaController = NonNullable<FastifyServerOptions['schemaController']>;

/**
 * Schemas are zod's, and responses are ready bytes, which tests check against the description. Passed at construction so that
 * Fastify does not load Ajv; the cast is needed because its types allow only Ajv.
 */
const compilersFactory = {
  buildValidator: () => validatorCompiler,
  buildSerializer: () => () => JSON.stringify,
} as object as NonNullable<SchemaController['compilersFactory']>;

/** The server without routes. */
export function makeServer(options: ServerOptions): FastifyInstance {
  const { config, logger, headers, rewriteUrl = applyAbsoluteForm } = options;
  const { maxConnections, maxStreams, streamPatience, ...limits } = { ...usualLimits, ...options.limits };
  const { headersTimeout, connectionsCheckingInterval, maxHeaderSize, ...times } = limits;
  const { TRUSTED_PROXIES: proxies } = config;
  const base = basePathOf(config.PUBLIC_URL);
  const log = (line: object): void => app.log.info(line, 'answered');
  const clientErrors = new ClientErrors(headers, log, options.countUnreadable ?? (() => undefined));
  const app: FastifyInstance = fastify({
    logger: logger ?? false,
    logController: new LogController({ disableRequestLogging: true }), // one line a request, from a hook
    childLoggerFactory: (logger) => logger, // a logger for each request costs more than the two lines that need its id
    genReqId: ({ headers }) => requestId(headers['x-request-id']),
    frameworkErrors: frameworkErrors(headers, options.problemPage),
    clientErrorHandler: clientErrors.handle,
    return503OnClosing: false, // what was accepted is answered, and told that the connection ends
    trustProxy: proxies.length > 0 && proxies,
    http: {
      requireHostHeader: false, // a request without is answered in the hook below, with a body
      ...{ headersTimeout, connectionsCheckingInterval, maxHeaderSize },
    },
    ...times,
    schemaController: { compilersFactory },
    routerOptions: { maxParamLength: 200 },
    rewriteUrl: (request) => applySuffix(belowBase(rewriteUrl.call(app, request), base)),
  });
  app.server.maxConnections = maxConnections;
  clientErrors.watch(app.server);
  boundStreams(app, { maxStreams, streamPatience });
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    chooseContentCoding(request.headers);
    const detail = faultOfTarget(request.raw);
    if (detail === null) done();
    else done(new Problem({ code: 'malformed-request', detail }));
  });
  return app;
}
