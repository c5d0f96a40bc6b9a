// Serves: opens the database read-only, listens, and on SIGTERM or SIGINT finishes what it accepted and stops.
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { buildApp } from './app.ts';
import type { Config } from './config.ts';
import { openForReading } from './database/open.ts';
import { reloadOf } from './database/reload.ts';
import { listenAt } from './listening.ts';
import { loggerOptions, logTrouble } from './logging.ts';
import type { Telling } from './metrics/alone.ts';
import type { Threads } from './workers/threads.ts';

/** How long a stop waits for requests that are under way, in milliseconds: whole downloads take long on a small machine. */
export const grace = 20_000;

/** What it says when it listens at an address. */
const sayAddress = (address: string): string => `API at ${address}, Swagger UI at ${address}/docs`;

/**
 * Starts to serve. Throws a DatabaseError or a StartError that says what is in the way.
 * Stops by itself on SIGTERM and SIGINT. What it does is told at the admin address, where there is one, or as given.
 */
export async function serve(config: Config, say = sayAddress, given?: Telling): Promise<FastifyInstance> {
  const telling = given ?? (await tellingFor(config));
  const { THREADS: size } = config;
  const { DATABASE: file } = config;
  const reload = reloadOf(file, (trouble) => logTrouble(app.log, trouble));
  const app = await buildApp({
    database: openForReading(file),
    reload,
    config,
    logger: await loggerOptions(config.LOG_LEVEL, process.stdout.isTTY),
    startThreads: size > 0 ? (log) => threadsFor(config, log) : undefined,
    measure: telling?.measure,
  });
  stopOnSignal(app); // before it says where it is: who reads that may ask it to stop at once
  await tell(app, telling);
  const host = config.HOST === 'localhost' ? '127.0.0.1' : config.HOST; // else Fastify opens a second server, past the gate
  await listenAt(app, { host, port: config.PORT, settings: ['HOST', 'PORT'] }, say);
  return app;
}

/** Nobody waits for the metrics to be loaded where nobody wants them. */
async function tellingFor(config: Config): Promise<Telling | undefined> {
  if (config.ADMIN_PORT === undefined) return undefined;
  const { tellAlone } = await import('./metrics/alone.ts');
  return tellAlone(config);
}

/** They are loaded once the server answers. */
async function threadsFor(config: Config, log: FastifyBaseLogger): Promise<Threads> {
  const { Threads } = await import('./workers/threads.ts');
  return new Threads({ size: config.THREADS, config, isTerminal: process.stdout.isTTY }, log);
}

async function tell(app: FastifyInstance, telling: Telling | undefined): Promise<void> {
  try {
    await telling?.open(app);
  } catch (error) {
    await app.close();
    throw error;
  }
}

function stopOnSignal(app: FastifyInstance): void {
  const stop = (signal: NodeJS.Signals): void => {
    app.log.info(`${signal}: finishing what was accepted`);
    setTimeout(process.exit, grace, 1).unref();
    void app.close().then(leave);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
  app.addHook('onClose', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.off(signal, stop);
  });
}

/** One of several processes has a channel to the one that started it, which would keep it alive. */
function leave(): void {
  if (process.connected) process.disconnect();
}
