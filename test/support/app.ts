// The application as production builds it, over the seeds; answers are checked against openapi.yaml as they pass.
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Test } from 'tap';
import { buildApp, type Dependencies } from '../../src/server/app.ts';
import { type Config, readConfig } from '../../src/server/config.ts';
import { type Database, openForReading } from '../../src/sqlite/open.ts';
import { type Reload, reloadOf } from '../../src/sqlite/reload.ts';
import { storeOf } from '../../src/sqlite/store.ts';
import { violations } from './contract.ts';
import { seedsDatabase } from './prepared.ts';

export interface TestApp {
  app: FastifyInstance;
  database: Database;
  /** Sends a request and fails the test where the answer is not what openapi.yaml promises. */
  ask(url: string, options?: InjectOptions): Promise<LightMyRequestResponse>;
  /** The same, for the parsed body of a GET. */
  get<T = never>(url: string): Promise<T>;
}

/** Tests work in the same thread as the server, and so make its event loop late. */
export const noLoadLimits = { maxEventLoopDelay: 0 };

/** What a test may set: the memory of each cache, the database (a path, or one that it opened itself), the logger, limits, and every setting. */
export type TestOptions = Partial<Config> &
  Pick<Dependencies, 'logger' | 'limits' | 'loadLimits' | 'cacheBytes'> & { database?: string | Database };

/** Follows a database file that is always readable. */
export const followed = (t: Test, file: string): Reload =>
  reloadOf(file, (trouble) => t.equal(trouble, null, 'nothing is wrong with the file'));

/** Builds the application for one test; it is closed with the test. */
export async function testApp(
  t: Test,
  {
    database = seedsDatabase,
    logger,
    limits = {},
    loadLimits = noLoadLimits,
    cacheBytes,
    ...settings
  }: TestOptions = {},
): Promise<TestApp> {
  const isFile = typeof database === 'string';
  const opened = isFile ? openForReading(database) : database;
  const app = await buildApp({
    store: storeOf(opened, isFile ? followed(t, database) : undefined, cacheBytes),
    config: { ...readConfig({}), RATE_LIMIT: 0, ...settings }, // answers are compared; what is left differs
    logger,
    limits,
    loadLimits,
    ...(cacheBytes === undefined ? {} : { cacheBytes }),
  });
  t.teardown(async () => {
    await app.close();
    opened.close();
  });
  const ask = async (url: string, options: InjectOptions = {}): Promise<LightMyRequestResponse> => {
    const method = options.method ?? 'GET';
    const response = await app.inject({ url, method, ...options });
    for (const violation of violations(method, url, response)) t.fail(`${method} ${url}: ${violation}`);
    return response;
  };
  return { app, database: opened, ask, get: async (url) => (await ask(url)).json() };
}
