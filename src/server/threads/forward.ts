// Hands heavy requests to the threads, and what they answer to the client, so that the main thread is free for the rest.
import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../http/context.ts';
import { Problem } from '../../http/problems/problem.ts';
import { isHeavy } from './heavy.ts';
import { type Answered, cannotOpen, marks, noMarks, stateOf, type Task } from './messages.ts';
import { receivePieces } from './pieces.ts';
import type { Load, Threads } from './threads.ts';

/** When one who was turned away may come back, in seconds: by then the most that can wait has been answered. */
const comeBack = 2;

/**
 * How long threads wait to be started once the application listens, in milliseconds: they load the same code, and on one core
 * the first answers would wait for that.
 */
const headStart = 100;

/** What the threads have to do. */
export interface HeavyWork {
  load(): Load;
  /** Requests that were turned away, because too many were with the threads. */
  shed: number;
}

/** Where there are no threads, nothing is with them. */
export const noHeavyWork = (): HeavyWork => ({
  load: () => ({ threads: 0, held: 0, waiting: 0, most: 0 }),
  shed: 0,
});

/** Starts threads soon after the application listens, and gives them what is heavy from when they are ready. */
export function forwardHeavy(
  app: FastifyInstance,
  context: Context,
  startThreads: (log: FastifyBaseLogger) => Promise<Threads>,
): HeavyWork {
  let threads: Threads | null = null;
  const work = noHeavyWork();
  let starting: Promise<void> | null = null;
  const start = async (): Promise<void> => {
    const started = await startThreads(app.log);
    work.load = () => started.load;
    threads = started;
  };
  let timer: NodeJS.Timeout | undefined;
  app.addHook('onListen', async () => {
    timer = setTimeout(() => {
      starting = start();
    }, headStart);
  });
  app.addHook('onClose', async () => {
    clearTimeout(timer);
    await starting;
    await threads?.close();
  });
  app.addHook('onRequest', (request, reply, done) => {
    if (!threads?.isReady || !isForThreads(request)) return done();
    if (!threads.isFull) return forward(context, threads, request, reply, done);
    work.shed += 1;
    reply.header('retry-after', comeBack);
    done(new Problem({ code: 'overloaded', detail: 'too many searches, counts and downloads at a time' }));
  });
  return work;
}

function isForThreads({ method, routeOptions, query, headers: { accept } }: FastifyRequest): boolean {
  const route = routeOptions.url; // none where nothing is served
  const isReading = method === 'GET' || method === 'HEAD';
  return isReading && route !== undefined && isHeavy({ route, query: query as object as Query, accept });
}

type Query = Record<string, unknown>;

function forward(
  context: Context,
  threads: Threads,
  request: FastifyRequest,
  reply: FastifyReply,
  done: (error?: Error) => void,
): void {
  const task = taskOf(request);
  reply.raw.once('close', () => Atomics.store(task.marks, marks.gone, 1));
  threads
    .answer(task)
    .then((outcome) => {
      if (outcome === cannotOpen)
        done(); // the main thread may have it open still, or says what is wrong
      else if (outcome !== null) send(context, request, reply, outcome);
    })
    .catch(done);
}

/** The thread reads no body, and answers under the same id. */
function taskOf({ id, method, url, headers }: FastifyRequest): Task {
  const { 'content-length': _length, 'transfer-encoding': _coding, expect: _expect, ...others } = headers;
  return { method, url, headers: { ...others, 'x-request-id': id }, marks: noMarks() };
}

/**
 * Sends what a thread has answered. The response cache must not take it where it comes from another state of the data
 * than the newest, or was made while its file was written to.
 */
function send(
  { store }: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  { status, headers, state, body }: Answered,
): void {
  if (state !== stateOf(store.dataset())) request.cacheSlot = null;
  reply.code(status).headers(headers);
  if (status === 304) reply.send();
  else if (!(body instanceof Uint8Array)) reply.send(receivePieces(body));
  else if (request.method !== 'HEAD') reply.send(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
  else sendHead(reply);
}

/** Not by Fastify, which would take the length of the empty body for that of the whole one. */
function sendHead(reply: FastifyReply): void {
  reply.hijack();
  const headers = reply.getHeaders() as OutgoingHttpHeaders; // Fastify's type differs only in that `accept` may be a number
  reply.raw.writeHead(reply.statusCode, headers).end();
}
