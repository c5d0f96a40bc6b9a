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
import { type Bounds, Pressure } from './pressure.ts';
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
  waiting: () => number;
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
  const { config, headers, isClosing, answerAgain, answerShort, latest, waiting, bounds } = options;
  const { RATE_LIMIT: most } = config;
  const [listener] = app.server.listeners('request') as [RequestListener];
  const clientOf = clientsBehind(config.TRUSTED_PROXIES);
  const pressure = new Pressure(waiting, bounds);
  const turnedAway = new TurnedAway(headers, app.log, options.durations);
  app.addHook('onClose', async () => turnedAway.flush());
  let quotas: Quotas | null = null; // an application that does not listen needs none
  let shed = 0;

  function spendQuota(request: IncomingMessage, now: number): { quota: Quota; fields: string[] } {
    quotas ??= new Quotas(most);
    const quota = quotas.take(clientOf(request), now);
    return { quota, fields: quotas.fields(quota, now) };
  }

  app.server.removeListener('request', listener);
  app.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const now = performance.now();
    pressure.see(now);
    latest.set(request.socket, response);
    if (!request.url?.startsWith('/')) takeHostFromTarget(request);
    if (isClosing()) response.shouldKeepAlive = false;
    if (isForOperators(request.url)) return listener(request, response);
    let fields = nothing;
    if (most > 0) {
      const spent = spendQuota(request, now);
      fields = spent.fields;
      if (spent.quota.left < 0) {
        const seconds = secondsUntil(spent.quota.ends, now);
        return turnedAway.answer('too-many-requests', request, response, seconds, fields);
      }
    }
    const exchange = isPlain(request) ? { request, response, beside: fields, began: now } : null;
    if (exchange && answerAgain(exchange)) return;
    if (pressure.isTooHigh(now)) {
      shed += 1;
      const seconds = comeBack[shed % comeBack.length] as number;
      return turnedAway.answer('overloaded', request, response, seconds, fields);
    }
    if (exchange && answerShort(exchange)) return;
    for (let at = 0; at < fields.length; at += 2)
      response.setHeader(String(fields[at]), String(fields[at + 1]));
    listener(request, response);
  });
}
