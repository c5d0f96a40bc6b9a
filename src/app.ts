// Builds the application from what it depends on; this file is the table of contents of the API.
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import cors from '@fastify/cors';
import type { FastifyBaseLogger, FastifyInstance, FastifyServerOptions } from 'fastify';
import { changeRoutes } from './changes/routes.ts';
import { claimRoutes } from './claims/routes.ts';
import { comparisonRoutes } from './comparison/routes.ts';
import type { Config } from './config.ts';
import type { Database } from './database/open.ts';
import type { Reload } from './database/reload.ts';
import { storeOf } from './database/store.ts';
import { describeApi, serveDescription } from './description/routes.ts';
import { discrepancyRoutes } from './discrepancies/routes.ts';
import { downloadRoutes } from './downloads/routes.ts';
import { eventRoutes } from './events/routes.ts';
import { makeServer } from './framework.ts';
import { logAnswers } from './http/access-log.ts';
import { Answers } from './http/answers/answers.ts';
import { Finisher, keepAnswers } from './http/answers/keep.ts';
import { sender } from './http/answers/sending.ts';
import { shortCut } from './http/answers/short-cut.ts';
import { closingOf } from './http/closing.ts';
import type { Context } from './http/context.ts';
import { crossOrigin, exposed } from './http/cross-origin.ts';
import { handleErrors } from './http/errors.ts';
import { placeGate } from './http/gate/gate.ts';
import type { Bounds } from './http/gate/queue.ts';
import type { Limits } from './http/limits.ts';
import { refuseOtherMethods } from './http/methods.ts';
import { securityHeaders } from './http/security-headers.ts';
import { ShortRoutes } from './http/short-way/routes.ts';
import { shortWay } from './http/short-way/short-way.ts';
import { durationsOf } from './metrics/durations.ts';
import type { Metrics } from './metrics/metrics.ts';
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
import { forwardHeavy, noHeavyWork } from './workers/forward.ts';
import type { Threads } from './workers/threads.ts';

/** What the application depends on. The database is open for reading, and closed with the application. */
export interface Dependencies {
  database: Database;
  /** Follows its file; without it the database stays the same. */
  reload?: Reload;
  config: Config;
  logger?: FastifyServerOptions['logger'];
  /** Starts the threads that answer heavy questions; without it the main thread answers them. */
  startThreads?: ((log: FastifyBaseLogger) => Promise<Threads>) | undefined;
  /** What kept answers may take, in bytes. */
  room?: number;
  /** Counts requests; without it nothing is measured. */
  metrics?: Metrics | undefined;
  /** Gives the URL of a request that came by another way than a socket. */
  rewriteUrl?: NonNullable<FastifyServerOptions['rewriteUrl']>;
  /** What differs from the usual limits of the server. */
  limits?: Partial<Limits>;
  /** What differs from the usual bounds beyond which the server sheds load. */
  bounds?: Partial<Bounds>;
}

/** The same application for production and for tests; it listens nowhere yet. */
export async function buildApp({
  database,
  reload,
  config,
  logger,
  startThreads,
  room,
  metrics,
  rewriteUrl,
  limits,
  bounds,
}: Dependencies): Promise<FastifyInstance> {
  const headers = securityHeaders(config);
  const latest = new WeakMap<Socket, ServerResponse>();
  const durations = durationsOf(metrics);
  const app = makeServer({ config, logger, headers, latest, rewriteUrl, limits });
  logAnswers(app, durations);
  handleErrors(app, refuseOtherMethods(app));
  const isClosing = closingOf(app);
  const store = storeOf(database, reload);
  const answers = new Answers(store.generation, room);
  const context = { config, store, answers, isClosing, shortRoutes: new ShortRoutes(app) };
  const finisher = new Finisher(answers);
  keepAnswers(app, answers, finisher);
  await app.register(cors, crossOrigin);
  const heavy = startThreads ? forwardHeavy(app, context, startThreads) : noHeavyWork();
  metrics?.measure({ answers, store, heavy });
  if (metrics) app.server.on('clientError', metrics.countUnreadable);
  await describeApi(app);

  app.addHook('onClose', async () => store.close());
  addRoutes(app, context);
  serveDescription(app);
  const send = sender(app, isClosing);
  placeGate(app, {
    ...{ config, headers, latest, bounds, durations },
    isClosing,
    answerAgain: shortCut(answers, durations, send),
    answerShort: shortWay(app, {
      ...{ routes: context.shortRoutes, answers, durations, finisher, send },
      constant: { ...headers, ...exposed },
    }),
    compressing: () => finisher.compressing,
  });
  return app;
}

function addRoutes(app: FastifyInstance, context: Context): void {
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
}
