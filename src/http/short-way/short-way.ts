// Answers pages and items from the data before the framework begins, with what the routes gave it for that.
import type { IncomingMessage } from 'node:http';
import { parse } from 'fast-querystring';
import type { FastifyInstance } from 'fastify';
import type { Durations } from '../../metrics/durations.ts';
import { isHeavy } from '../../workers/heavy.ts';
import type { Answers } from '../answers/answers.ts';
import type { Exchange } from '../answers/sending.ts';
import type { Asking } from '../exchange.ts';
import { type Means, ShortReply } from './reply.ts';
import type { ShortRoute, ShortRoutes } from './routes.ts';

/** What it works with. */
export interface ShortWayOptions extends Omit<Means, 'constantLines'> {
  routes: ShortRoutes;
  answers: Answers;
  durations: Durations;
}

/**
 * Gives a function that answers such a request, and says whether it did. What is wrong with one is left to the framework,
 * which then says so without asking the data again.
 */
export function shortWay(app: FastifyInstance, { routes, answers, durations, ...shared }: ShortWayOptions) {
  const means: Means = { ...shared, constantLines: Object.entries(shared.constant).flat() };
  const failures = new WeakMap<IncomingMessage, Error>();
  app.addHook('onRequest', ({ raw }, _reply, done) => done(failures.get(raw)));
  return (exchange: Exchange): boolean => {
    const found = askedOf(routes, answers, exchange.request);
    if (found === null) return false;
    const { route, asked } = found;
    const seriesOf = (status: number) => durations.of(route.path, 'GET', status);
    try {
      route.handle(asked, new ShortReply(means, exchange, asked, route.path, seriesOf));
      return true;
    } catch (error) {
      failures.set(exchange.request, error as Error);
      return false;
    }
  };
}

/** The question of a request with its route; null where it is heavy, ill-formed, or for no route of the short way. */
function askedOf(
  routes: ShortRoutes,
  answers: Answers,
  request: IncomingMessage,
): { route: ShortRoute; asked: Asking } | null {
  const url = String(request.url);
  const { headers } = request;
  const [path = '', ...rest] = url.split('?');
  const found = routes.find(path);
  if (found === null) return null;
  const { route, params } = found;
  const query = parse(rest.join('?'));
  if (isHeavy({ route: route.path, query, accept: headers.accept })) return null;
  const checked = route.querystring.safeParse(query);
  if (!checked.success) return null;
  return { route, asked: new Asked(request, checked.data, params, answers.generation()) };
}

/** A plain GET. */
class Asked implements Asking {
  readonly method = 'GET';
  readonly protocol = 'http';
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly host: string;
  readonly query: unknown;
  readonly params: { id?: string };
  readonly generation: number;
  question: string | null = null;
  contentCoding: string | null = null;

  constructor(request: IncomingMessage, query: unknown, params: { id?: string }, generation: number) {
    this.url = String(request.url);
    this.headers = request.headers;
    this.host = String(request.headers.host); // a plain request has one
    this.query = query;
    this.params = params;
    this.generation = generation;
  }
}
