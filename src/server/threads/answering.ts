// Answers in a thread with the application itself, over a connection of its own.
import type { ServerResponse } from 'node:http';
import type { Writable } from 'node:stream';
import { MessageChannel } from 'node:worker_threads';
import type { FastifyInstance } from 'fastify';
import Piscina from 'piscina';
import { readDataset } from '../../sqlite/dataset.ts';
import { openForReading } from '../../sqlite/open.ts';
import { preparer } from '../../sqlite/prepare.ts';
import { type Reload, reloadOf } from '../../sqlite/reload.ts';
import { DatabaseError } from '../../store/errors.ts';
import { buildApp } from '../app.ts';
import { levelBeside, loggerOptions, logTrouble } from '../logging.ts';
import {
  type Answered,
  cannotOpen,
  marks,
  type Outcome,
  stateOf,
  type Task,
  type ThreadData,
} from './messages.ts';
import { own, sendPieces } from './pieces.ts';

interface Served {
  app: FastifyInstance;
  /** The newest state of the data that the application has read. */
  state: () => string;
}

/** Memory that the response cache of a thread takes, in bytes: the main thread has its own. */
const cacheBytes = 8 * 1024 * 1024;

/** Carries the real URL to the application, for a URL that is injected would be spelled anew. */
const urlHeader = 'summit-record-url';

let served: Promise<Served> | null = null;

/** Answers one request, unless nobody waits for it any more or the database cannot be opened. */
export async function answer(task: Task, data: ThreadData): Promise<Outcome> {
  if (Atomics.load(task.marks, marks.gone) !== 0) return null;
  Atomics.store(task.marks, marks.begun, 1);
  served ??= open(data);
  try {
    return await answerFrom(await served, task);
  } catch (error) {
    served = null; // the next one tries again
    if (error instanceof DatabaseError) return cannotOpen; // as an error it would lose its class on the way
    throw error;
  }
}

async function open({ config, isTerminal }: ThreadData): Promise<Served> {
  const { DATABASE: file } = config;
  const following = reloadOf(file, (trouble) => logTrouble(app.log, trouble));
  const database = openForReading(file);
  let state = stateOf(readDataset(preparer(database)));
  const reload: Reload = {
    ...following,
    next() {
      const replacement = following.next();
      if (replacement) state = stateOf(replacement.dataset);
      return replacement;
    },
  };
  const app = await buildApp({
    database,
    reload,
    config: { ...config, RATE_LIMIT: 0 }, // the main thread has counted the request
    loadLimits: { maxEventLoopDelay: 0 },
    logger: await loggerOptions(levelBeside(config.LOG_LEVEL), isTerminal),
    cacheBytes,
    rewriteUrl: ({ headers }) => String(headers[urlHeader]),
  });
  await app.ready();
  return { app, state: () => state };
}

async function answerFrom({ app, state }: Served, { method, url, headers }: Task): Promise<Answered> {
  const before = state();
  const response = await app.inject({
    method: method as 'GET',
    url: '/',
    headers: { ...headers, [urlHeader]: url },
    payloadAsStream: true,
  });
  const { statusCode: status, raw } = response;
  const stream = response.stream();
  const answered = { status, headers: lasting(response.headers), state: before === state() ? before : null };
  if (raw.res.writableEnded) {
    const body = own(stream.read() ?? Buffer.alloc(0));
    return handedOver({ ...answered, body }, body.buffer);
  }
  writeNowhere(raw.res);
  const { port1, port2 } = new MessageChannel();
  sendPieces(stream, port1, () => raw.res.destroy());
  return handedOver({ ...answered, body: port2 }, port2);
}

/**
 * An injected response writes to a socket that lets go of one write in a turn of the event loop. Of a long answer more is
 * written than that, and all of it would be held until the end.
 */
function writeNowhere({ socket }: ServerResponse): void {
  const nowhere = socket as Writable; // an injected response keeps the one that it was made with
  nowhere._write = (_chunk, _encoding, done) => done();
}

/** Headers of the connection are of the one that the answer goes out on. */
function lasting({
  date: _date,
  connection: _connection,
  'transfer-encoding': _coding,
  ...headers
}: Headers) {
  return headers as Answered['headers'];
}

type Headers = Record<string, number | string | string[] | undefined>;

/** Gives memory and ports away instead of copying them. */
export const handedOver = (answered: Answered, belongings: object): Answered =>
  Piscina.move({
    [Piscina.transferableSymbol]: [belongings],
    [Piscina.valueSymbol]: answered,
  }) as unknown as Answered; // what arrives is the value
