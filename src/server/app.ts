// Builds the application from what it depends on; this file is the table of contents of the API.
import type { FastifyBaseLogger, FastifyInstance, FastifyServerOptions } from 'fastify';
import { agentRoutes } from '../agents/routes.ts';
import type { Config } from '../config.ts';
import type { Context } from '../http/context.ts';
import { serveCollection, tagOf } from '../http/lists/collection.ts';
import { describeApi, serveDescription } from '../http/openapi/routes.ts';
import { handleErrors } from '../http/problems/errors.ts';
import { refuseOtherMethods } from '../http/problems/methods.ts';
import { mergeArrays } from '../http/request/array-parameters.ts';
import { readLanguages } from '../http/request/languages.ts';
import type { Limits } from '../http/request/limits.ts';
import { type LoadLimits, shedLoad } from '../http/request/load-shedding.ts';
import { limitRate } from '../http/request/rate-limit.ts';
import { recogniseReaders } from '../http/request/reader.ts';
import { logResponses } from '../http/response/access-log.ts';
import { answerUnder, basePathOf } from '../http/response/base-path.ts';
import { compressResponses } from '../http/response/compression.ts';
import { answerPreflights, exposed } from '../http/response/cross-origin.ts';
import { cacheResponses, ResponseCache } from '../http/response/response-cache.ts';
import { securityHeaders } from '../http/response/security-headers.ts';
import { assetRoutes } from '../pages/asset-routes.ts';
import { embedRoutes } from '../pages/embed-routes.ts';
import { problemPages, servePages } from '../pages/serve.ts';
import { changeRoutes } from '../resources/changes/routes.ts';
import { collectionContracts } from '../resources/collections.ts';
import { downloadRoutes } from '../resources/downloads/routes.ts';
import { searchRoute } from '../resources/search/routes.ts';
import { suggestRoute } from '../resources/search/suggest.ts';
import { datasetRoute } from '../resources/service/dataset.ts';
import { guideRoute } from '../resources/service/guide.ts';
import { healthRoutes } from '../resources/service/health.ts';
import { problemRoutes } from '../resources/service/problems.ts';
import { rootRoute } from '../resources/service/root.ts';
import type { Dataset, Store } from '../store/store.ts';
import { closingOf } from './draining.ts';
import { makeServer } from './framework.ts';
import type { Metrics } from './metrics/metrics.ts';
import { forwardHeavy, noHeavyWork } from './threads/forward.ts';
import type { Threads } from './threads/threads.ts';

/** What the application depends on. The store is closed with the application. */
export interface Dependencies {
  store: Store;
  config: Config;
  logger?: FastifyServerOptions['logger'];
  /** Starts the threads that answer heavy questions; without it the main thread answers them. */
  startThreads?: ((log: FastifyBaseLogger) => Promise<Threads>) | undefined;
  /** Data of at most so many documents is small: the main thread answers more of it. */
  mostOfSmallData?: number;
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

declare module 'fastify' {
  interface FastifyInstance {
    /** The dataset that the application answers from; null where nothing has been ingested. */
    dataset(): Dataset | null;
  }
}

/** The same application for production and for tests; it listens nowhere yet. */
export async function buildApp({
  store,
  config,
  logger,
  startThreads,
  mostOfSmallData,
  cacheBytes,
  metrics,
  rewriteUrl,
  limits,
  loadLimits,
}: Dependencies): Promise<FastifyInstance> {
  const headers = { ...securityHeaders(config), ...exposed };
  const problemPage = problemPages(store);
  const countUnreadable = metrics?.countUnreadable;
  const app = makeServer({ config, logger, headers, problemPage, countUnreadable, rewriteUrl, limits });
  logResponses(app, metrics?.observeRequest);
  handleErrors(app, headers, refuseOtherMethods(app), problemPage);
  mergeArrays(app);
  const isClosing = closingOf(app);
  app.decorate('dataset', store.dataset);
  const context = { config, store, isClosing };
  readLanguages(app, store.dataset);
  recogniseReaders(app);
  answerUnder(app, basePathOf(config.PUBLIC_URL));
  await limitRate(app, config);
  await compressResponses(app);
  const cache = new ResponseCache(store.generation, cacheBytes);
  cacheResponses(app, cache);
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers); // cached responses have theirs
    done();
  });
  await answerPreflights(app);
  await shedLoad(app, loadLimits);
  const heavy = startThreads ? forwardHeavy(app, context, startThreads, mostOfSmallData) : noHeavyWork();
  metrics?.measure({ cache, store, heavy });
  await describeApi(
    app,
    collectionContracts.map(({ collection, describe }) => ({
      name: tagOf(collection),
      description: describe.collection,
    })),
  );

  app.addHook('onClose', async () => store.close());
  servePages(app, context);
  addRoutes(app, context);
  serveDescription(app, config);
  return app;
}

function addRoutes(app: FastifyInstance, context: Context): void {
  for (const contract of collectionContracts) serveCollection(app, context, contract);
  searchRoute(app, context);
  suggestRoute(app, context);
  changeRoutes(app, context);
  datasetRoute(app, context);
  downloadRoutes(app, context);
  healthRoutes(app, context);
  problemRoutes(app);
  rootRoute(app, context);
  guideRoute(app, context);
  embedRoutes(app, context);
  assetRoutes(app);
  agentRoutes(app, context);
}
