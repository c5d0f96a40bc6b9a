// Lets requests in, or turns them away: who asks too often, and whoever is too many. It is the first to see a request.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../../config.ts';
import type { Durations } from '../../metrics/durations.ts';
import type { Exchange } from '../answers/sending.ts';
import { isPlain } from '../short-way/plain.ts';
import { takeHostFromTarget } from '../target.ts';
import { clientsBehind } from './clients.ts';
import { type Bounds, Queue } from './queue.ts';
import { type Quota, Quotas, secondsUntil } from './quotas.ts';
import { TurnedAway } from './turned-away.ts';

export interface GateOptions {
  config: Pick<Config, 'RATE_LIMIT' | 'TRUSTED_PROXIES'>;
  /** The headers of every answer. */
  headers: Record<string, string>;
  /** Whether the application closes: each answer is the last on its connection then. */
  isClosing: () => boolean;
  /** Answers what was asked before, and says whether it did. It costs no more than to turn the client away. */
  answerAgain: (exchange: Exchange) => boolean;
  /** Answers from the data, where there is a short way to that, and says whether it did. */
  answerShort: (exchange: Exchange) => boolean;
  /** The last answer on each connection, to be kept up to date. */
  latest: WeakMap<Socket, ServerResponse>;
  /** How many answers wait for their compression. */
  compressing: () => number;
  /** Counts what is answered. */
  durations: Durations;
  bounds?: Partial<Bounds> | undefined;
}

/** Whoever looks after the server must see it, above all when it is in trouble. */
const isForOperators = (url = ''): boolean =>
  url.startsWith('/health/') && isHealthPath(url.split('?', 1)[0] as string);

const isHealthPath = (path: string): boolean => path === '/health/live' || path === '/health/ready';

/** When those who were one too many may come back, in seconds, in turn: not all at once. */
const comeBack = [1, 2, 3] as const;

const nothing: string[] = [];

/** Puts the gate before the application's own listener. */
export function placeGate(app: FastifyInstance, options: GateOptions): void {
  const { config, headers, isClosing, answerAgain, answerShort, latest, compressing, bounds } = options;
  const { RATE_LIMIT: most } = config;
  const [listener] = app.server.listeners('request') as [RequestListener];
  const clientOf = clientsBehind(config.TRUSTED_PROXIES);
  const turnedAway = new TurnedAway(headers, app.log, options.durations);
  app.addHook('onClose', async () => turnedAway.flush());
  let quotas: Quotas | null = null; // an application that does not listen needs none
  let shed = 0;

  function spendQuota(request: IncomingMessage, now: number): { quota: Quota; fields: string[] } {
    quotas ??= new Quotas(most);
    const quota = quotas.take(clientOf(request), now);
    return { quota, fields: quotas.fields(quota, now) };
  }

  function turnAway({ request, response, beside }: Exchange): void {
    shed += 1;
    const seconds = comeBack[shed % comeBack.length] as number;
    turnedAway.answer('overloaded', request, response, seconds, beside);
  }

  function handle(exchange: Exchange, isOneTooMany: boolean): void {
    const { request, response } = exchange;
    if (request.socket.destroyed) return; // while it waited
    if (isClosing()) response.shouldKeepAlive = false; // which may have begun while it waited
    const isShort = isPlain(request);
    if (isShort && answerAgain(exchange)) return;
    if (isOneTooMany) turnAway(exchange);
    else if (!isShort || !answerShort(exchange)) handOn(exchange);
  }

  function handOn({ request, response, beside }: Exchange): void {
    for (let at = 0; at < beside.length; at += 2)
      response.setHeader(String(beside[at]), String(beside[at + 1]));
    listener(request, response);
  }

  const queue = new Queue(handle, compressing, bounds);
  app.server.on('connection', () => queue.connected());
  app.server.removeListener('request', listener);
  app.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const began = performance.now();
    latest.set(request.socket, response);
    if (isClosing()) response.shouldKeepAlive = false;
    if (!request.url?.startsWith('/')) takeHostFromTarget(request);
    if (isForOperators(request.url)) return listener(request, response);
    let beside = nothing;
    if (most > 0) {
      const { quota, fields } = spendQuota(request, began);
      beside = fields;
      if (quota.left < 0) {
        const seconds = secondsUntil(quota.ends, began);
        return turnedAway.answer('too-many-requests', request, response, seconds, beside);
      }
    }
    queue.take({ request, response, beside, began });
  });
}
