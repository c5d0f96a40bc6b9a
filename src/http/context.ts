// What every route is given: the settings, the store, and whether the end has come.
import type { Config } from '../config.ts';
import type { Dataset } from '../database/dataset.ts';
import type { Store } from '../database/store.ts';
import type { Answers } from './answers/answers.ts';
import type { Asking } from './exchange.ts';
import { Problem } from './problem.ts';
import type { ShortRoutes } from './short-way/routes.ts';

export interface Context {
  config: Config;
  store: Store;
  answers: Answers;
  /** Whether the application closes. */
  isClosing: () => boolean;
  /** The routes that are there for the short way, too. */
  shortRoutes: ShortRoutes;
}

/** The state of the data. Throws a Problem where nothing has been ingested yet. */
export function datasetOf(store: Store): Dataset {
  const dataset = store.dataset();
  if (dataset) return dataset;
  throw new Problem({ code: 'not-ready', detail: 'no data has been ingested yet; run: npm run ingest' });
}

/** Answers from one and the same state of the data. Throws a Problem where nothing has been ingested yet. */
export function readData(context: Context, answer: () => void): void {
  context.store.read(() => {
    datasetOf(context.store);
    answer();
  });
}

/** A name or an address with its port; anything else in `Host` is not echoed into an answer. */
const plainHost = /^(?:[\w.-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/** Scheme and host under which the client reaches the API: as set, or as the request says. */
export function originOf({ config }: Context, request: Pick<Asking, 'host' | 'protocol'>): string {
  if (config.PUBLIC_URL !== undefined) return config.PUBLIC_URL;
  if (plainHost.test(request.host)) return `${request.protocol}://${request.host}`;
  throw new Problem({ code: 'malformed-request', detail: 'the Host header is not a host name' });
}

/** The URL of the request with another cursor. */
export function urlWithCursor(origin: string, { url }: Asking, cursor: string): string {
  const next = new URL(url, origin);
  next.searchParams.set('cursor', cursor);
  return next.href;
}
