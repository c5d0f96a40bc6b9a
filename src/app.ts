// Builds the application from what it depends on; this file is the table of contents of the API.
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
import { logResponses } from './http/access-log.ts';
import { closingOf } from './http/closing.ts';
import type { Context } from './http/context.ts';
import { crossOrigin } from './http/cross-origin.ts';
import { handleErrors } from './http/errors.ts';
import { refuseOtherMethods } from './http/methods.ts';
import type { Limits } from './http/request/limits.ts';
import { type LoadLimits, shedLoad } from './http/request/load-shedding.ts';
import { limitRate } from './http/request/rate-limit.ts';
import { compressResponses } from './http/response/compression.ts';
import { cacheResponses, ResponseCache } from './http/response/response-cache.ts';
import { securityHeaders } from './http/security-headers.ts';
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
  /** Memory that the response cache takes, in bytes. */
  cacheBytes?: number;
  /** Counts requests; without it nothing is measured. */
  metrics?: Metrics | undefined;
  /** Gives the URL of a request that came by another way than a socket. */
  rewriteUrl?: NonNullable<FastifyServerOptions['rewriteUrl']>;
  /** Overrides of the usual limits of the server. */
  limits?: Partial<Limits>;
  /** Overrides of the limits beyond which the server rejects requests. */
  loadLimits?: Partial<LoadLimits>;
}

/** The same application for production and for tests; it listens nowhere yet. */
export async function buildApp({
  database,
  reload,
  config,
  logger,
  startThreads,
  cacheBytes,
  metrics,
  rewriteUrl,
  limits,
  loadLimits,
}: Dependencies): Promise<FastifyInstance> {
  const headers = securityHeaders(config);
  const app = makeServer({ config, logger, headers, rewriteUrl, limits });
  logResponses(app, metrics);
  handleErrors(app, refuseOtherMethods(app));
  const isClosing = closingOf(app);
  const store = storeOf(database, reload);
  const context = { config, store, isClosing };
  await app.register(cors, crossOrigin);
  await limitRate(app, config);
  await compressResponses(app);
  const cache = new ResponseCache(store.generation, cacheBytes);
  cacheResponses(app, cache);
  await shedLoad(app, loadLimits);
  const heavy = startThreads ? forwardHeavy(app, context, startThreads) : noHeavyWork();
  metrics?.measure({ cache, store, heavy });
  if (metrics) app.server.on('clientError', metrics.countUnreadable);
  await describeApi(app);

  app.addHook('onClose', async () => store.close());
  addRoutes(app, context);
  serveDescription(app);
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
