// Counts each answer and writes its line in the log: what was asked and what came of it, and nothing of who asked.
import type { FastifyInstance } from 'fastify';
import type { Durations } from '../metrics/durations.ts';
import { pathOf } from './path.ts';

/** What a log line shows of a URL. */
export type ShownUrl = (url: string) => string;

/** A URL is logged to this length where it is logged whole, in characters. */
const longest = 2_000;

/**
 * A URL's query holds the words that people search for: it is logged only where somebody asked for all that can be known
 * (docs/decisions/the-log-knows-no-client.md).
 */
export const shownUrl = ({ log }: FastifyInstance): ShownUrl =>
  ['debug', 'trace'].includes(log.level) ? (url) => url.slice(0, longest) : pathOf;

/** In milliseconds, to a tenth. */
export const rounded = (milliseconds: number): number => Math.round(milliseconds * 10) / 10;

/** Adds the hook. Answers that do not come by way of the framework are counted and logged where they are sent. */
export function logAnswers(app: FastifyInstance, durations: Durations): void {
  const shown = shownUrl(app);
  app.addHook(
    'onResponse',
    ({ id: reqId, method, url, routeOptions }, { statusCode, elapsedTime, log }, done) => {
      durations.of(routeOptions.url, method, statusCode).observe(elapsedTime / 1_000);
      log.info(
        { reqId, method, url: shown(url), statusCode, milliseconds: rounded(elapsedTime) },
        'answered',
      );
      done();
    },
  );
}
