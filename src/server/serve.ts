// Serves: opens the database read-only, listens, and on SIGTERM or SIGINT finishes what it accepted and stops.
import closeWithGrace from 'close-with-grace';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';
import type { Trouble } from '../store/store.ts';
import { buildApp } from './app.ts';
import { drainBeforeClose } from './draining.ts';
import { listenAt } from './listening.ts';
import { logDerivation, loggerOptions, logTrouble } from './logging.ts';
import type { Metrics } from './metrics/metrics.ts';
import { openStore } from './opening.ts';
import type { Threads } from './threads/threads.ts';

/** How long a stop waits for requests that are under way, in milliseconds: whole downloads take long on a small machine. */
const stopMs = 20_000;

/**
 * Starts to serve, and stops on SIGTERM and SIGINT. Throws a DatabaseError or a StartError that says why it cannot.
 * With `ADMIN_PORT`, the metrics are served at the admin address.
 */
export async function serve(config: Config): Promise<FastifyInstance> {
  const { THREADS: size } = config;
  const metrics = await metricsFor(config);
  let before: Trouble | null = null;
  let log: FastifyBaseLogger | undefined;
  const store = await openStore(config, {
    onTrouble(trouble) {
      before = trouble;
      if (log) logTrouble(log, trouble);
    },
    onOpen: (dataset) => log && logDerivation(log, dataset),
  });
  const app = await buildApp({
    store,
    config,
    logger: await loggerOptions(config.LOG_LEVEL, process.stdout.isTTY),
    startThreads: size > 0 ? (log) => threadsFor(config, log) : undefined,
    metrics,
  });
  log = app.log;
  if (before !== null) logTrouble(log, before);
  logDerivation(app.log, store.dataset());
  drainBeforeClose(app);
  stopOnSignal(app); // before it logs the address: a program that reads it there may stop the server at once
  await openAdminFor(config, app, metrics);
  const host = config.HOST === 'localhost' ? '127.0.0.1' : config.HOST; // else Fastify opens a second server, which has none of our limits
  await listenAt(
    app,
    { host, port: config.PORT, settings: ['HOST', 'PORT'] },
    (address) => `API at ${address}, Swagger UI at ${address}/docs`,
  );
  return app;
}

/** What the metrics need is only loaded where there is an admin address. */
async function metricsFor({ ADMIN_PORT }: Config): Promise<Metrics | undefined> {
  if (ADMIN_PORT === undefined) return undefined;
  const { collectMetrics } = await import('./metrics/metrics.ts');
  return collectMetrics();
}

async function openAdminFor(
  config: Config,
  app: FastifyInstance,
  metrics: Metrics | undefined,
): Promise<void> {
  if (metrics === undefined) return;
  const { openAdmin } = await import('./metrics/admin.ts');
  try {
    await openAdmin(config, app, metrics.text);
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** They are loaded once the server answers. */
async function threadsFor(config: Config, log: FastifyBaseLogger): Promise<Threads> {
  const { Threads } = await import('./threads/threads.ts');
  return new Threads({ size: config.THREADS, config, isTerminal: process.stdout.isTTY }, log);
}

/** After these a process is not safe to run JavaScript, and must die at once. */
const skip: closeWithGrace.AllEvents[] = ['SIGILL', 'SIGTRAP', 'SIGABRT', 'SIGBUS', 'SIGFPE', 'SIGSEGV'];

/** Closes the application on a signal and on an error that nothing caught; the process ends when it is closed, after `stopMs` at most. */
function stopOnSignal(app: FastifyInstance): void {
  const { uninstall } = closeWithGrace({ delay: stopMs, logger: app.log, skip }, async ({ signal, err }) => {
    if (err) app.log.fatal({ err }, 'stopping after an error that nothing caught');
    else app.log.info(`${signal}: finishing what was accepted`);
    await app.close();
  });
  app.addHook('onClose', async () => uninstall());
}
