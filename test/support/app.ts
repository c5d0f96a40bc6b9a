// The application as production builds it, over the seeds; answers are checked against openapi.yaml as they pass.
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import root, { type Test } from 'tap';
import { type Config, readConfig } from '../../src/config.ts';
import { buildApp, type Dependencies } from '../../src/server/app.ts';
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

type Built = Pick<TestApp, 'app' | 'database'>;

/** The application that all tests of a process share. */
let shared: Promise<Built> | undefined;

/**
 * The application over the seeds, shared with every other test that only asks it; with options, even with none in them, one of the
 * test's own, to listen, to fail or to be closed: it goes with the test.
 */
export async function testApp(t: Test, options?: TestOptions): Promise<TestApp> {
  const { app, database } = await (options ? build(t, options) : buildShared());
  const ask = async (url: string, asked: InjectOptions = {}): Promise<LightMyRequestResponse> => {
    const method = asked.method ?? 'GET';
    const response = await app.inject({ url, method, ...asked });
    for (const violation of violations(method, url, response)) t.fail(`${method} ${url}: ${violation}`);
    return response;
  };
  return { app, database, ask, get: async (url) => (await ask(url)).json() };
}

function buildShared(): Promise<Built> {
  shared ??= build(root, {});
  return shared;
}

async function build(
  t: Test,
  {
    database = seedsDatabase,
    logger,
    limits = {},
    loadLimits = noLoadLimits,
    cacheBytes,
    ...settings
  }: TestOptions,
): Promise<Built> {
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
  return { app, database: opened };
}
