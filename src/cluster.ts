// Serves with several processes on one port: starts them, replaces those that die, and stops all together.
import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import { StartError } from './listening.ts';
import { loggerOptions } from './logging.ts';
import { programOf } from './project.ts';
import { grace } from './server.ts';

/** What a process says to the one that started it: where it listens, or why it cannot. */
export type Said = { origin: string; obstacle?: never } | { origin?: never; obstacle: string };

/** More deaths than these within so many milliseconds are no accident. */
const mostDeaths = 5;
const period = 60_000;

const program = programOf('cluster-process');

/**
 * Starts as many processes as `WORKERS` says; resolves when they listen. Throws a StartError that says what is in the
 * way of the first one. Stops by itself on SIGTERM and SIGINT, and where one process after another dies.
 */
export async function serveTogether(
  config: Config,
  environment: Record<string, string | undefined>,
): Promise<void> {
  const { log } = fastify({ logger: await loggerOptions(config.LOG_LEVEL, process.stdout.isTTY) });
  const { WORKERS, THREADS, RATE_LIMIT } = config;
  cluster.setupPrimary({ exec: program, args: [], serialization: 'advanced' }); // numbers as they are, also NaN
  const admin = await tellOfAll(config, log);
  const share = Math.ceil(RATE_LIMIT / WORKERS); // each process counts alone: together they let through what is set
  const settings = {
    ...environment,
    ...{ WORKERS: '1', THREADS: String(THREADS), RATE_LIMIT: String(share) },
  };
  const begin = (): Worker => cluster.fork(settings);
  const origin = await originOf(begin()).catch(async (error) => {
    await admin?.close();
    throw error;
  });
  const processes = new Processes(begin, log, () => void admin?.close());
  processes.stopOnSignal(); // before the others: from now on there are clients
  const others = Array.from({ length: WORKERS - 1 }, () => originOf(begin()));
  await Promise.allSettled(others); // one that dies now is replaced like any
  log.info(`API at ${origin}, Swagger UI at ${origin}/docs`);
}

/** Tells of each process from when it says where it listens; null where nobody wants that. */
async function tellOfAll(config: Config, log: FastifyBaseLogger): Promise<FastifyInstance | null> {
  if (config.ADMIN_PORT === undefined) return null;
  const { Several } = await import('./metrics/several.ts');
  const { openAdmin } = await import('./metrics/admin.ts');
  const several = new Several();
  cluster.on('message', (worker, { origin }: Said) => {
    if (origin !== undefined) several.add(worker);
  });
  return openAdmin(config, several, log);
}

/** Where a process listens. Throws a StartError that says why it does not. */
async function originOf(worker: Worker): Promise<string> {
  const died = once(worker, 'exit').then(([status]) => [
    { obstacle: `a process ended at its start (${status})` },
  ]);
  const [{ origin, obstacle }] = (await Promise.race([once(worker, 'message'), died])) as [Said];
  if (origin === undefined) throw new StartError(obstacle);
  return origin;
}

/** The processes that serve. */
class Processes {
  readonly #begin: () => Worker;
  readonly #log: FastifyBaseLogger;
  readonly #onStop: () => void;
  #deaths: number[] = [];
  #isStopping = false;
  #status = 0;

  constructor(begin: () => Worker, log: FastifyBaseLogger, onStop: () => void) {
    this.#begin = begin;
    this.#log = log;
    this.#onStop = onStop;
    cluster.on('exit', (worker, status, signal) => this.#onExit(worker, status, signal));
  }

  /** Hands a signal on. This process ends when the last of the others has, or when that takes too long. */
  stopOnSignal(): void {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        this.#log.info(`${signal}: stopping all processes`);
        this.#stop();
      });
    }
  }

  #stop(): void {
    this.#isStopping = true;
    this.#onStop(); // what listens here would keep this process alive
    // Not by their `disconnect`: they would give up connections that this process is about to hand over.
    for (const worker of Object.values(cluster.workers as Record<string, Worker>))
      worker.process.kill('SIGTERM');
    setTimeout(process.exit, grace, 1).unref();
  }

  /** The exit status is the highest that there is a reason for. */
  #end(status: number): void {
    this.#status = Math.max(this.#status, status);
    process.exitCode = this.#status;
  }

  #onExit({ process: { pid } }: Worker, status: number | null, signal: string | null): void {
    if (this.#isStopping) {
      this.#end(Number(status)); // one whom the signal met at its start has none
      return;
    }
    const now = performance.now();
    this.#deaths = [...this.#deaths.filter((at) => now - at < period), now];
    if (this.#deaths.length > mostDeaths) {
      this.#log.fatal({ status, signal }, `${this.#deaths.length} processes died within a minute`);
      this.#end(1);
      this.#stop();
      return;
    }
    this.#log.error({ died: pid, status, signal }, 'a process died, and another takes its place');
    this.#begin();
  }
}
