// Hands heavy requests to the threads, and what they answer to the client, so that the main thread is free for the rest.
import { pipeline } from 'node:stream';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requestKey } from '../http/answers/keep.ts';
import type { Context } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
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
  const asked = { request, reply, generation: context.answers.generation() };
  reply.raw.once('close', () => Atomics.store(task.marks, marks.gone, 1));
  threads
    .answer(task)
    .then((outcome) => {
      if (outcome === cannotOpen)
        done(); // the main thread may have it open still, or says what is wrong
      else if (outcome !== null) take(context, asked, outcome);
    })
    .catch(done);
}

/** A request that a thread was given, and the state of the data that was the newest by then. */
interface Asked {
  request: FastifyRequest;
  reply: FastifyReply;
  generation: number;
}

/** The thread reads no body, and answers under the same id. */
function taskOf({ id, method, url, headers }: FastifyRequest): Task {
  const { 'content-length': _length, 'transfer-encoding': _coding, expect: _expect, ...others } = headers;
  return { method, url, headers: { ...others, 'x-request-id': id }, marks: noMarks() };
}

/** Keeps the answer where it can, and sends it as it is. */
function take(context: Context, asked: Asked, answered: Answered): void {
  const { reply } = asked;
  const { status, headers, body } = answered;
  reply.hijack();
  reply.raw.writeHead(status, headers);
  if (body instanceof Uint8Array) {
    keep(context, asked, answered, body);
    reply.raw.end(body);
  } else pipeline(receivePieces(body), reply.raw, () => undefined); // either end tells the other
}

/**
 * An answer from any other state of the data than the newest is not to be found again, nor one that was made while its
 * file was written to.
 */
function keep(
  { answers, store }: Context,
  { request: { method, url, headers: asked, routeOptions }, generation }: Asked,
  { status, headers, state }: Answered,
  { buffer, byteOffset, byteLength }: Uint8Array,
): void {
  const { etag, 'x-request-id': _id, ...others } = headers;
  if (method !== 'GET' || status !== 200 || typeof etag !== 'string') return;
  answers.made += 1;
  if (state !== stateOf(store.dataset())) return;
  const texts = Object.entries({ etag, ...others }).map(([name, value]) => [name, String(value)] as const);
  const answer = {
    etag,
    route: routeOptions.url,
    headers: Object.fromEntries(texts),
    body: Buffer.from(buffer, byteOffset, byteLength),
  };
  answers.keep(answer, generation, requestKey(url, asked), null);
}
