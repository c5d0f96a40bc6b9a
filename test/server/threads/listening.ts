// The application on a socket of its own, with threads beside it.
import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { FastifyInstance } from 'fastify';
import type { Test } from 'tap';
import { type Config, readConfig } from '../../../src/config.ts';
import { buildApp, type Dependencies } from '../../../src/server/app.ts';
import { Threads } from '../../../src/server/threads/threads.ts';
import { type Database, openForReading } from '../../../src/sqlite/open.ts';
import type { Reload } from '../../../src/sqlite/reload.ts';
import { storeOf } from '../../../src/sqlite/store.ts';
import { followed, noLoadLimits } from '../../support/app.ts';
import { seedsDatabase } from '../../support/prepared.ts';

export interface Line {
  level: number;
  msg: string;
  reqId?: string;
  url?: string;
  statusCode?: number;
}

export interface Listening {
  app: FastifyInstance;
  port: number;
  /** The main thread's connection; once it is closed, only threads can answer from the data. */
  database: Database;
  lines: Line[];
}

/** What differs from production. No threads where the size is 0. */
interface Options extends Pick<Dependencies, 'limits' | 'loadLimits'> {
  settings?: Partial<Config>;
  database?: string;
  /** The file that threads open, where it is another one. */
  inThreads?: string;
  /** Follows the file; unless given, nothing may be wrong with it. */
  reload?: Reload;
  size?: number;
  /** Requests that may wait for the threads. */
  maxQueue?: number;
  /** Another program of the threads. */
  program?: URL;
  /** Data of at most so many documents is small; none unless given, so that threads answer all heavy requests. */
  mostOfSmallData?: number;
  /** Whether to wait for the threads; unless told, yes. */
  isAwaited?: boolean;
}

/** Listens, and waits until the threads answer. */
export async function listening(t: Test, options: Options = {}): Promise<Listening> {
  const {
    database: file = seedsDatabase,
    size = 1,
    program,
    maxQueue,
    isAwaited = size > 0,
    settings,
    mostOfSmallData = 0,
  } = options;
  const { limits = {}, loadLimits = noLoadLimits, inThreads = file, reload = followed(t, file) } = options;
  const lines: Line[] = [];
  const config = { ...readConfig({}), RATE_LIMIT: 0, ...settings, DATABASE: file };
  const database = openForReading(file);
  const threads = {
    size,
    config: { ...config, DATABASE: inThreads },
    isTerminal: false,
    ...(maxQueue === undefined ? {} : { maxQueue }),
    ...(program === undefined ? {} : { program }),
  };
  const app = await buildApp({
    store: storeOf(database, reload),
    config,
    logger: { stream: { write: (line: string) => lines.push(JSON.parse(line)) } },
    ...{ limits, loadLimits },
    startThreads: size > 0 ? async (log) => new Threads(threads, log) : undefined,
    mostOfSmallData,
  });
  t.teardown(() => app.close());
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  if (isAwaited) await until(() => lines.some(({ msg }) => msg.startsWith('worker threads for')));
  return { app, port, database, lines };
}

/** Looks again and again until something is so. */
export async function until(isSo: () => boolean | Promise<boolean>, patience = 60_000): Promise<void> {
  const end = performance.now() + patience;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`waited ${patience} ms for nothing: ${isSo}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export interface Received {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Sends a request, and gives the answer as soon as it begins. */
export async function begin(port: number, url: string, options: Asking = {}): Promise<IncomingMessage> {
  const { method = 'GET', headers = {} } = options;
  const host = 'record.example';
  const sent = request({ port, path: url, method, headers: { host, ...headers }, agent: false }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return response;
}

export interface Asking {
  method?: string;
  headers?: Record<string, string>;
}

/** Sends a request and waits for all of the answer, with every header but those that go by the clock. */
export async function fetched(port: number, url: string, options: Asking = {}): Promise<Received> {
  const response = await begin(port, url, options);
  const { date: _date, ...headers } = response.headers;
  return { status: Number(response.statusCode), headers, body: await buffer(response) };
}

/** Keeps the event loop busy for some milliseconds. */
export function block(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end; );
}
