// Serves: opens the database read-only, listens, and on SIGTERM or SIGINT finishes what it accepted and stops.
import type { FastifyInstance } from 'fastify';
import { buildApp } from './app.ts';
import type { Config } from './config.ts';
import { openForReading } from './database/open.ts';
import { renewalOf } from './database/renewal.ts';
import { loggerOptions } from './logging.ts';
import { Threads } from './workers/threads.ts';

/** Says why the server could not start and what to do. */
export class StartError extends Error {
  override name = 'StartError';
}

/** How long a stop waits for requests that are under way, in milliseconds. */
export const grace = 10_000;

/** What it says when it listens at an address. */
const sayAddress = (address: string): string => `API at ${address}, Swagger UI at ${address}/docs`;

/**
 * Starts to serve. Throws a DatabaseError or a StartError that says what is in the way.
 * Stops by itself on SIGTERM and SIGINT.
 */
export async function serve(config: Config, say = sayAddress): Promise<FastifyInstance> {
  const isTerminal = process.stdout.isTTY;
  const { THREADS: size } = config;
  const app = await buildApp({
    database: openForReading(config.DATABASE),
    renewed: renewalOf(config.DATABASE, (error) =>
      app.log.error({ err: error }, 'the new database cannot be read'),
    ),
    config,
    logger: loggerOptions(config.LOG_LEVEL, isTerminal),
    startThreads: size > 0 ? (log) => new Threads({ size, config, isTerminal }, log) : undefined,
  });
  stopOnSignal(app); // before it says where it is: who reads that may ask it to stop at once
  try {
    await app.listen({
      host: config.HOST,
      port: config.PORT,
      listenTextResolver: say,
    });
  } catch (error) {
    await app.close();
    throw new StartError(obstacle(error, config), { cause: error });
  }
  return app;
}

/** What is in the way, in words that also say what to set. */
const obstacle = (error: unknown, { HOST, PORT }: Config): string =>
  isInUse(error)
    ? `port ${PORT} of ${HOST} is in use; stop what listens there, or set PORT to another one`
    : `cannot listen on port ${PORT} of ${HOST} (${error}); set HOST to an address of this machine, PORT to a free port`;

const isInUse = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

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
