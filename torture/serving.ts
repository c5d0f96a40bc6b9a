// Starts the server as its users do, over data of a trial's own, and tells how it ended.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { writeData } from '../bench/performance/dataset/write.ts';
import { freePort, pinned } from '../bench/performance/measure/processes.ts';
import { servingArguments } from '../bench/performance/serving.ts';
import { inProject } from '../src/project.ts';
import { startIngest } from './processes.ts';

export interface Serving {
  port: number;
  origin: string;
  pid: number;
  child: ChildProcess;
  /** The exit status, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>;
  /** What it has logged so far: warnings and worse. */
  log: () => string;
  /** Asks it to end and waits until it has. Gives the exit status. */
  stop: () => Promise<number | NodeJS.Signals | null>;
}

export interface ServingOptions {
  database: string;
  environment?: Readonly<Record<string, string>>;
  /** The core that it is held on; unless told, it may use all. */
  core?: number;
  port?: number;
}

/** How long a server may take to answer first, in milliseconds. */
const patience = 60_000;

/** Starts a server and waits until it is ready. Throws an Error with what it said where it ends instead. */
export async function startServing(folder: string, options: ServingOptions): Promise<Serving> {
  const { database, environment = {}, core, port = await freePort() } = options;
  const logFile = path.join(folder, `server-${port}.log`);
  const output = openSync(logFile, 'a');
  const args = servingArguments;
  const [command, all] = core === undefined ? [process.execPath, args] : pinned(core, process.execPath, args);
  const child = spawn(command, all, {
    stdio: ['ignore', output, output],
    env: {
      ...process.env,
      ...{ DATABASE: database, PORT: String(port), LOG_LEVEL: 'warn', RATE_LIMIT: '0', ...environment },
    },
  });
  closeSync(output);
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once('exit', (status, signal) => resolve(signal ?? status)),
  );
  const log = (): string => readFileSync(logFile, 'utf8');
  const stop = (): typeof ended => {
    child.kill('SIGTERM');
    return ended;
  };
  const origin = `http://127.0.0.1:${port}`;
  const end = performance.now() + patience;
  while (!(await isReady(origin))) {
    if (child.exitCode !== null || performance.now() > end) {
      child.kill('SIGKILL');
      throw new Error(`no server: ${log().slice(-2_000)}`);
    }
    await wait(10);
  }
  return { port, origin, pid: child.pid ?? 0, child, ended, log, stop };
}

const isReady = (origin: string): Promise<boolean> =>
  fetch(`${origin}/health/ready`).then(
    async (response) => (await response.arrayBuffer()) && response.ok,
    () => false,
  );

/** Gives what is asked for, and ends the server whatever comes of it. */
export async function whileServing<T>(
  folder: string,
  options: ServingOptions,
  work: (serving: Serving) => Promise<T>,
): Promise<T> {
  const serving = await startServing(folder, options);
  try {
    return await work(serving);
  } finally {
    serving.child.kill('SIGKILL');
    await serving.ended;
  }
}

/** Makes a database of the project's own seeds. */
export const seedDatabase = (folder: string): Promise<string> =>
  ingested(path.join(folder, 'seeds.sqlite'), [inProject('seeds')]);

/** Makes a database of so many generated statements. */
export async function generatedDatabase(folder: string, statements: number): Promise<string> {
  const file = path.join(folder, `${statements}.ndjson`);
  writeData(file, statements);
  return ingested(path.join(folder, `${statements}.sqlite`), [file]);
}

async function ingested(database: string, args: readonly string[]): Promise<string> {
  const { status, stderr } = await startIngest(database, args).ended;
  if (status !== 0) throw new Error(`the ingest ended with ${status}: ${stderr}`);
  return database;
}
