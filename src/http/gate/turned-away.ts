// Tells a client to come back later: the cheapest answer that there is, for it is given when there is no time.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger } from 'fastify';
import type { Durations, Series } from '../../metrics/durations.ts';
import { exposed } from '../cross-origin.ts';
import { Problem, type ProblemCode, problemCodes, problemMediaType } from '../problem.ts';
import { requestId } from '../request-id.ts';

/** Why a client is turned away. */
export type Cause = Extract<ProblemCode, 'too-many-requests' | 'overloaded'>;

const details: Record<Cause, string> = {
  'too-many-requests': 'this client has asked for more than it may in a minute',
  overloaded: 'more is asked at this moment than the server can answer',
};

/** How often the log tells how many were turned away, in milliseconds: a line for each would cost more than the answer. */
const pause = 1_000;

/** Turns clients away, and counts them for the log. */
export class TurnedAway {
  readonly #log: FastifyBaseLogger;
  readonly #answers: Record<
    Cause,
    (request: IncomingMessage, response: ServerResponse, beside: string[]) => void
  >;
  #counts: Partial<Record<Cause, number>> = {};
  #timer: NodeJS.Timeout | null = null;

  readonly #series: Record<Cause, Series>;

  /** `headers` are those of every answer. */
  constructor(headers: Record<string, string>, log: FastifyBaseLogger, durations: Durations) {
    this.#log = log;
    this.#series = {
      'too-many-requests': durations.of(undefined, 'GET', problemCodes['too-many-requests'].status),
      overloaded: durations.of(undefined, 'GET', problemCodes.overloaded.status),
    };
    this.#answers = {
      'too-many-requests': answering('too-many-requests', headers),
      overloaded: answering('overloaded', headers),
    };
  }

  /** `beside`: names and values of further header fields in turn; `seconds`: when to come back. */
  answer(
    cause: Cause,
    request: IncomingMessage,
    response: ServerResponse,
    seconds: number,
    beside: string[],
  ): void {
    this.#answers[cause](request, response, ['retry-after', String(seconds), ...beside]);
    this.#series[cause].observe(0);
    this.#counts[cause] = (this.#counts[cause] ?? 0) + 1;
    this.#timer ??= setTimeout(this.#tell, pause).unref();
  }

  /** Tells the log at once what it does not know yet. */
  flush(): void {
    if (this.#timer === null) return;
    clearTimeout(this.#timer);
    this.#tell();
  }

  readonly #tell = (): void => {
    this.#log.warn(this.#counts, 'turned away');
    this.#counts = {};
    this.#timer = null;
  };
}

/** Stands where the id of a request will. */
const place = '@';

/** Puts together beforehand all that is the same for every client. */
function answering(code: Cause, headers: Record<string, string>) {
  const { status } = problemCodes[code];
  const problem = new Problem({ code, detail: details[code] });
  const [before, after] = JSON.stringify(problem.body(place)).split(place) as [string, string];
  const lines = Object.entries({
    ...headers,
    ...exposed,
    'content-type': problemMediaType,
    'cache-control': 'no-store',
  }).flat();
  return (request: IncomingMessage, response: ServerResponse, beside: string[]): void => {
    const id = requestId(request.headers['x-request-id']);
    const body = before + id + after; // ASCII alone
    const own = ['content-length', String(body.length), 'x-request-id', id];
    response.writeHead(status, [...lines, ...own, ...beside]).end(body);
  };
}
