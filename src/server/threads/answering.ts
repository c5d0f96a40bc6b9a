// Answers requests in a worker thread with the same application as the main thread, over a database connection of its own.
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { DatabaseError } from '../../store/errors.ts';
import { buildApp } from '../app.ts';
import { loggerOptions, logTrouble, threadLevel } from '../logging.ts';
import { openStore } from '../opening.ts';
import { datasetKey, type Outcome, type Task, type ThreadData, type ThreadResponse } from './messages.ts';

/** Memory of the response cache in a worker thread, in bytes: the main thread caches the responses. */
const cacheBytes = 1;

/** No documents: the main thread keeps them in memory, and each thread would keep copies. */
const maxKeptBytes = 0;

/** Carries the URL: `inject` would spell it anew, and links and the ETag depend on its spelling. */
const urlHeader = 'summit-record-url';

/** Set on a response that would have been a stream. */
const streamHeader = 'summit-record-stream';

/** A thread answers one request at a time, which has few questions for PostgreSQL at once. */
const mostConnections = 4;

/** How often a thread looks for a new file, so that one without requests does not keep a replaced file open, in milliseconds. */
const lookInterval = 1_000;

let opened: Promise<FastifyInstance> | null = null;

/** Answers one request at a time. */
export async function answer(task: Task, data: ThreadData): Promise<Outcome> {
  opened ??= open(data);
  const current = opened;
  try {
    return await respond(await current, task);
  } catch (error) {
    opened = null; // the next task tries again
    void current.then((app) => app.close()).catch(() => undefined);
    if (error instanceof DatabaseError) return null;
    throw error;
  }
}

async function open({ config, isTerminal }: ThreadData): Promise<FastifyInstance> {
  const { LOG_LEVEL, DATABASE_CONNECTIONS } = config;
  let app: FastifyInstance | undefined;
  const store = await openStore(
    { ...config, DATABASE_CONNECTIONS: Math.min(DATABASE_CONNECTIONS, mostConnections) },
    { onTrouble: (trouble) => app && logTrouble(app.log, trouble), maxKeptBytes },
  );
  app = await buildApp({
    store,
    config: { ...config, RATE_LIMIT: 0 }, // the main thread has counted the request
    loadLimits: { maxEventLoopDelay: 0 },
    logger: await loggerOptions(threadLevel(LOG_LEVEL), isTerminal),
    cacheBytes,
    rewriteUrl: ({ url, headers }) => String(headers[urlHeader] ?? url), // the application also asks itself
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (!(payload instanceof Readable)) return done(null, payload);
    payload.destroy();
    reply.header(streamHeader, 'true');
    done(null, '');
  });
  const timer = setInterval(() => store.generation(), lookInterval).unref();
  app.addHook('onClose', async () => clearInterval(timer));
  await app.ready();
  return app;
}

async function respond(app: FastifyInstance, { url, headers, remoteAddress }: Task): Promise<Outcome> {
  const before = app.dataset();
  const response = await app.inject({
    url: '/',
    headers: { ...headers, [urlHeader]: url },
    remoteAddress,
    payloadAsStream: true, // else it is decoded to a text, too
  });
  if (streamHeader in response.headers) return null;
  const pieces: Buffer[] = [];
  for await (const piece of response.stream()) pieces.push(piece);
  return {
    status: response.statusCode,
    headers: headersOf(response.headers),
    dataset: before === app.dataset() ? datasetKey(before) : null,
    body: Buffer.concat(pieces),
  };
}

/** The headers without those of the connection, which the main thread sets. */
function headersOf({ date: _date, connection: _connection, ...headers }: InjectedHeaders) {
  return headers as ThreadResponse['headers'];
}

type InjectedHeaders = Record<string, number | string | string[] | undefined>;
