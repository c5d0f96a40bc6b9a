// Serves: opens the database read-only, listens, and on SIGTERM or SIGINT finishes what it accepted and stops.
import type { FastifyInstance } from 'fastify';
import pretty from 'pino-pretty';
import { buildApp } from './app.ts';
import type { Config } from './config.ts';
import { openForReading } from './database/open.ts';

/** Says why the server could not start and what to do. */
export class StartError extends Error {
  override name = 'StartError';
}

/** How long a stop waits for requests that are under way, in milliseconds. */
const grace = 10_000;

/**
 * Starts to serve. Throws a DatabaseError or a StartError that says what is in the way.
 * Stops by itself on SIGTERM and SIGINT.
 */
export async function serve(config: Config): Promise<FastifyInstance> {
  const database = openForReading(config.DATABASE);
  const app = await buildApp({ database, config, logger: loggerOptions(config) });
  app.addHook('onClose', async () => {
    database.close();
  });
  stopOnSignal(app); // before it says where it is: who reads that may ask it to stop at once
  try {
    await app.listen({
      host: config.HOST,
      port: config.PORT,
      listenTextResolver: (address) => `API at ${address}, Swagger UI at ${address}/docs`,
    });
  } catch (error) {
    await app.close();
    throw new StartError(obstacle(error, config), { cause: error });
  }
  return app;
}

/** Readable lines on a terminal, JSON otherwise. */
function loggerOptions({ LOG_LEVEL }: Config) {
  return process.stdout.isTTY
    ? {
        level: LOG_LEVEL,
        stream: pretty({ translateTime: 'HH:MM:ss', ignore: 'pid,hostname', singleLine: true }),
      }
    : { level: LOG_LEVEL };
}

function obstacle(error: unknown, { HOST, PORT }: Config): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  switch (code) {
    case 'EADDRINUSE':
      return `port ${PORT} of ${HOST} is in use; stop what listens there, or set PORT to another one`;
    case 'EACCES':
      return `port ${PORT} needs privileges; set PORT to one above 1023`;
    default:
      return `cannot listen on ${HOST}: ${error instanceof Error ? error.message : error}; set HOST to an address of this machine`;
  }
}

function stopOnSignal(app: FastifyInstance): void {
  const stop = (signal: NodeJS.Signals): void => {
    app.log.info(`${signal}: finishing what was accepted`);
    setTimeout(() => process.exit(1), grace).unref();
    void app.close();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
  app.addHook('onClose', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.off(signal, stop);
  });
}
