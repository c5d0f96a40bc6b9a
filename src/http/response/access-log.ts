// Writes a line in the log for each response: what was asked and what came of it, and nothing of the client.
import type { FastifyInstance } from 'fastify';
import { pathOf } from '../request/target.ts';

/** A URL is logged to this length where it is logged whole, in characters. */
const maxUrlLength = 2_000;

/** Takes note of a response: the pattern of its route (undefined without one), method, status and duration in seconds. */
export type ObserveResponse = (
  route: string | undefined,
  method: string,
  status: number,
  seconds: number,
) => void;

/**
 * Logs each response, and observes it where somebody measures. A URL's query holds the words that people search
 * for: it is logged only at the levels that show everything (docs/decisions/the-log-knows-no-client.md).
 */
export function logResponses(app: FastifyInstance, observe: ObserveResponse | undefined): void {
  const isVerbose = ['debug', 'trace'].includes(app.log.level);
  const shown = (url: string): string => (isVerbose ? url.slice(0, maxUrlLength) : pathOf(url));
  app.addHook('onResponse', (request, { statusCode, elapsedTime, log }, done) => {
    const { id: reqId, method, url, routeOptions } = request;
    observe?.(routeOptions.url, method, statusCode, elapsedTime / 1_000);
    const milliseconds = Math.round(elapsedTime * 10) / 10;
    log.info({ reqId, method, url: shown(url), statusCode, milliseconds }, 'answered');
    done();
  });
}
