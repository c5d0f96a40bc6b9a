// Forwards heavy requests to the worker threads, so that the main thread is free for light ones.
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../http/context.ts';
import { Problem, retryAfterSeconds } from '../../http/problems/problem.ts';
import { isHeavy, mostDocumentsOfSmallData } from './heavy.ts';
import { datasetKey, type Task } from './messages.ts';
import type { Load, Threads } from './threads.ts';

/** Time until the threads are started once the application listens, in milliseconds: on one core they would delay the first responses. */
const startDelayMs = 100;

/** What the metrics tell of heavy requests. */
export interface HeavyWork {
  load(): Load;
  /** Requests that were rejected because too many waited. */
  shed: number;
}

/** For an application without threads. */
export const noHeavyWork = (): HeavyWork => ({
  load: () => ({ threads: 0, running: 0, waiting: 0, limit: 0 }),
  shed: 0,
});

/**
 * Starts the threads soon after the application listens, and gives them heavy requests once they are ready. Data of at most `mostOfSmall`
 * documents is small.
 */
export function forwardHeavy(
  app: FastifyInstance,
  context: Context,
  startThreads: (log: FastifyBaseLogger) => Promise<Threads>,
  mostOfSmall = mostDocumentsOfSmallData,
): HeavyWork {
  let threads: Threads | null = null;
  let starting: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  const work = noHeavyWork();
  app.addHook('onListen', async () => {
    timer = setTimeout(() => {
      starting = startThreads(app.log).then((started) => {
        work.load = () => started.load;
        threads = started;
      });
    }, startDelayMs);
  });
  app.addHook('onClose', async () => {
    clearTimeout(timer);
    await starting;
    await threads?.close();
  });
  app.addHook('onRequest', (request, reply, done) => {
    if (!threads?.isReady || !isForThreads(request, context.store.size() <= mostOfSmall)) return done();
    if (!threads.isFull) return forward(context, threads, request, reply, done);
    work.shed += 1;
    reply.header('retry-after', retryAfterSeconds);
    done(new Problem({ code: 'overloaded', detail: 'too many searches and counts at a time' }));
  });
  return work;
}

function isForThreads(
  { method, routeOptions: { url: route }, query, reader }: FastifyRequest,
  isSmall: boolean,
): boolean {
  const isReading = method === 'GET' || method === 'HEAD';
  if (!isReading || route === undefined) return false;
  return isHeavy(route, query as Record<string, unknown>, reader !== null, isSmall);
}

/**
 * Sends the response of a thread, unless it has none, answered from another dataset, or does not know yet that the data can be read
 * again (503): then the main thread answers.
 */
function forward(
  { store }: Context,
  threads: Threads,
  request: FastifyRequest,
  reply: FastifyReply,
  done: (error?: Error) => void,
): void {
  const dataset = datasetKey(store.dataset());
  threads
    .answer(taskOf(request))
    .then((response) => {
      if (response?.dataset !== dataset || response.status === 503) return done();
      const { status, headers, body } = response;
      if (request.cacheSlot) request.cacheSlot.isExpensive = true;
      const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
      reply
        .code(status)
        .headers(headers)
        .send(bytes.length > 0 ? bytes : undefined);
    })
    .catch(done);
}

/** A thread answers HEAD as GET, and the main thread leaves the body out. It answers under the same id, and reads no body. */
function taskOf({ id, url, headers, raw: { socket } }: FastifyRequest): Task {
  const { 'content-length': _length, 'transfer-encoding': _coding, expect: _expect, ...others } = headers;
  return { url, headers: { ...others, 'x-request-id': id }, remoteAddress: String(socket.remoteAddress) };
}
