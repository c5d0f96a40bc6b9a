// Builds the application from what it depends on; this file is the table of contents of the API.
import accepts from '@fastify/accepts';
import cors from '@fastify/cors';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyServerOptions,
  LogController,
} from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import { changeRoutes } from './changes/routes.ts';
import { claimRoutes } from './claims/routes.ts';
import { comparisonRoutes } from './comparison/routes.ts';
import type { Config } from './config.ts';
import type { Database } from './database/open.ts';
import { storeOf } from './database/store.ts';
import { describeApi, serveDescription } from './description/routes.ts';
import { discrepancyRoutes } from './discrepancies/routes.ts';
import { downloadRoutes } from './downloads/routes.ts';
import { eventRoutes } from './events/routes.ts';
import { Answers } from './http/answers/answers.ts';
import { keepAnswers } from './http/answers/keep.ts';
import { takeShortCut } from './http/answers/short-cut.ts';
import { crossOrigin } from './http/cross-origin.ts';
import { answerUnreadable, frameworkErrors, handleErrors } from './http/errors.ts';
import { finishConnections } from './http/finishing.ts';
import { refuseOtherMethods } from './http/methods.ts';
import { requestId } from './http/request-id.ts';
import { organizationRoutes } from './organizations/routes.ts';
import { profileRoutes } from './outlets/profile-routes.ts';
import { outletRoutes } from './outlets/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { placeRoutes } from './places/routes.ts';
import { renditionRoutes } from './renditions/routes.ts';
import { searchRoutes } from './search/routes.ts';
import { datasetRoute } from './service/dataset.ts';
import { healthRoutes } from './service/health.ts';
import { problemRoutes } from './service/problems.ts';
import { rootRoute } from './service/root.ts';
import { sourceRoutes } from './sources/routes.ts';
import { statementRoutes } from './statements/routes.ts';
import { topicRoutes } from './topics/routes.ts';
import { forwardHeavy } from './workers/forward.ts';
import type { Threads } from './workers/threads.ts';

/** What the application depends on. The database is open for reading, and closed with the application. */
export interface Dependencies {
  database: Database;
  /** Gives the database that has taken its place, once. */
  renewed?: () => Database | null;
  config: Config;
  logger?: FastifyServerOptions['logger'];
  /** Starts the threads that answer heavy questions; without it the main thread answers them. */
  startThreads?: ((log: FastifyBaseLogger) => Threads) | undefined;
  /** What kept answers may take, in bytes. */
  room?: number;
  /** Gives the URL of a request that came by another way than a socket. */
  rewriteUrl?: NonNullable<FastifyServerOptions['rewriteUrl']>;
}

/** The same application for production and for tests; it listens nowhere yet. */
export async function buildApp({
  database,
  renewed,
  config,
  logger,
  startThreads,
  room,
  rewriteUrl,
}: Dependencies): Promise<FastifyInstance> {
  const app = fastify({
    logger: logger ?? false,
    logController: new LogController({ disableRequestLogging: true }), // one line a request, from the hook below
    genReqId: ({ headers }) => requestId(headers['x-request-id']),
    frameworkErrors,
    clientErrorHandler: (error, socket) => answerUnreadable(error, socket, app.log),
    return503OnClosing: false, // what was accepted is answered, and told that the connection ends
    http: { requireHostHeader: false }, // a request without is answered by handleErrors, with a body
    requestTimeout: 10_000,
    routerOptions: { maxParamLength: 200 },
    ...(rewriteUrl ? { rewriteUrl } : {}),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(() => JSON.stringify); // answers are ready bytes; tests check them against the description
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  app.addHook('onResponse', ({ method, url }, { statusCode, elapsedTime, log }, done) => {
    log.info({ method, url, statusCode, milliseconds: Math.round(elapsedTime * 10) / 10 }, 'answered');
    done();
  });
  handleErrors(app);
  finishConnections(app);
  const store = storeOf(database, renewed);
  const context = { config, store, answers: new Answers(store.generation, room) };
  keepAnswers(app, context.answers);
  await app.register(accepts);
  await app.register(cors, crossOrigin);
  if (startThreads) forwardHeavy(app, context, startThreads);
  await describeApi(app);
  const refuse = refuseOtherMethods(app);

  app.addHook('onClose', async () => store.close());
  statementRoutes(app, context);
  comparisonRoutes(app, context);
  renditionRoutes(app, context);
  peopleRoutes(app, context);
  organizationRoutes(app, context);
  outletRoutes(app, context);
  profileRoutes(app, context);
  placeRoutes(app, context);
  topicRoutes(app, context);
  eventRoutes(app, context);
  sourceRoutes(app, context);
  claimRoutes(app, context);
  discrepancyRoutes(app, context);
  searchRoutes(app, context);
  changeRoutes(app, context);
  datasetRoute(app, context);
  downloadRoutes(app, context);
  healthRoutes(app, context);
  problemRoutes(app);
  rootRoute(app, context);
  await serveDescription(app);
  refuse();
  takeShortCut(app, context.answers);
  return app;
}
