// Runs the commands of the project as processes of their own, and asks the server over sockets.
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { type Agent, type IncomingHttpHeaders, request } from 'node:http';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import type { Test } from 'tap';
import { writeData } from '../../bench/data/write.ts';
import { freePort } from '../../bench/processes.ts';
import { inProject } from '../../src/project.ts';

/** How a process ended, and its output. */
export interface Ended {
  status: number | null;
  signal: NodeJS.Signals | null;
  stderr: string;
  seconds: number;
}

/** The compiled form of one of the scripts. */
export const script = (name: string): string => inProject('dist', 'scripts', `${name}.js`);

/** The command line of a Node program, without the options by which the test runner observes its processes: they cost time. */
export const node = (...args: string[]): [command: string, args: string[]] => [
  'env',
  ['-u', 'NODE_OPTIONS', process.execPath, ...args],
];

/** Starts a program and collects its output. */
export function start(command: string, args: readonly string[], options: SpawnOptions = {}) {
  const from = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], ...options });
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(([status, signal]): Ended => {
    return { status, signal, stderr, seconds: (performance.now() - from) / 1000 };
  });
  return { child, ended };
}

/** Starts an ingest that makes the database hold these records and no others. */
export const startIngest = (database: string, records: string, environment: Record<string, string> = {}) =>
  start(...node(script('ingest'), '--prune', records), {
    env: { ...process.env, DATABASE: database, ...environment },
  });

/** Ingests to the end. Throws an Error where the ingest fails. */
export async function ingest(database: string, records: string): Promise<Ended> {
  const ended = await startIngest(database, records).ended;
  if (ended.status !== 0) throw new Error(`the ingest ended with ${ended.status}: ${ended.stderr}`);
  return ended;
}

/** Makes a database of this many generated statements and gives its path. */
export async function generatedDatabase(folder: string, statements: number): Promise<string> {
  const [data, database] = [path.join(folder, 'data.ndjson'), path.join(folder, 'served', 'data.sqlite')];
  mkdirSync(path.dirname(database), { recursive: true });
  writeData(data, statements);
  await ingest(database, data);
  return database;
}

/** A server that runs. */
export interface Server {
  port: number;
  pid: number;
  child: ChildProcess;
  /** The exit status, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>;
  /** The log so far: warnings and errors. */
  log: () => string;
  /** Sends SIGTERM and waits for the end. */
  stop: () => Promise<number | NodeJS.Signals | null>;
}

/** How long a server may take until it is ready, in milliseconds. */
const startPatience = 60_000;

/** Starts a server and waits until it is ready. It is killed after the test if it still runs. */
export async function startServer(
  t: Test,
  database: string,
  { port, ...environment }: { port?: number } & Record<string, string | number> = {},
): Promise<Server> {
  const chosen = port ?? (await freePort());
  const logFile = path.join(path.dirname(database), '..', `server-${chosen}.log`);
  const output = openSync(logFile, 'a');
  const settings = {
    DATABASE: database,
    PORT: chosen,
    LOG_LEVEL: 'warn',
    RATE_LIMIT: 0,
    THREADS: 1,
    ...environment,
  };
  const child = spawn(...node(script('serve')), {
    stdio: ['ignore', output, output],
    env: {
      ...process.env,
      ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)])),
    },
  });
  closeSync(output);
  t.teardown(() => child.kill('SIGKILL'));
  const ended = once(child, 'exit').then(([status, signal]) => signal ?? status);
  const log = (): string => readFileSync(logFile, 'utf8');
  const stop = (): typeof ended => {
    child.kill('SIGTERM');
    return ended;
  };
  const isReady = () =>
    ask(chosen, '/health/ready').then(
      ({ status }) => status === 200,
      () => false,
    );
  await until(isReady, startPatience, () => child.exitCode === null || fail(`no server: ${log()}`));
  return { port: chosen, pid: child.pid ?? 0, child, ended, log, stop };
}

function fail(message: string): never {
  throw new Error(message);
}

/** Checks every 20 ms, and throws where it is not so in time. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  patience = 10_000,
  meanwhile: () => unknown = () => undefined,
): Promise<void> {
  const end = performance.now() + patience;
  while (!(await isSo())) {
    meanwhile();
    if (performance.now() > end) throw new Error(`not so after ${patience} ms: ${isSo}`);
    await wait(20);
  }
}

/** An answer, whole; its body is as it was sent. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface Asking {
  method?: string;
  headers?: Record<string, string>;
  /** Keeps connections open; without it, each request has its own. */
  agent?: Agent;
}

/** Says that an answer began and did not come to its end. */
export class CutOff extends Error {
  override name = 'CutOff';
}

/** Sends a request. Rejects where no answer comes, and with a CutOff where it is not whole. */
export async function ask(port: number, url: string, asking: Asking = {}): Promise<Answer> {
  const { method = 'GET', headers = {}, agent = false } = asking;
  const sent = request({ host: '127.0.0.1', port, path: url, method, headers, agent }).end();
  const [response] = await once(sent, 'response');
  sent.on('error', () => undefined); // what happens to the connection afterwards
  const body = await buffer(response).catch((cause) => {
    throw new CutOff(`the answer to ${url} was cut off`, { cause });
  });
  return { status: response.statusCode, headers: response.headers, body };
}

/** Whether an answer is a 503 that says when to come back: the server sheds load and has not failed. */
export const isShed = ({ status, headers }: Answer): boolean =>
  status === 503 && headers['retry-after'] !== undefined;

/** The same as `ask`, again and again while the server sheds load: other programs on the machine may make it slow. */
export async function askPatiently(port: number, url: string, asking: Asking = {}): Promise<Answer> {
  for (let tries = 0; ; tries += 1) {
    const answer = await ask(port, url, asking);
    if (!isShed(answer) || tries === 100) return answer;
    await wait(200);
  }
}
