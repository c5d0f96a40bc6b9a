// What every route is given: the settings, the store, and whether the application closes; and what all handlers share.
import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Group } from '../store/plan.ts';
import type { Dataset, Later, State, Store } from '../store/store.ts';
import { Problem } from './problems/problem.ts';
import type { HttpSettings } from './settings.ts';

export interface Context {
  config: HttpSettings;
  store: Store;
  /** Whether the application closes. */
  isClosing: () => boolean;
}

/** A page of a list as it was found. People's pages are made from it: JSON would be written only to be read again. */
export class FoundList {
  /** The documents as JSON. */
  readonly bodies: readonly Buffer[];
  readonly page: { total: number; limit: number; next: string | null };
  /** What stands in the envelope beside data and page. */
  readonly beside: Record<string, unknown>;
  /** The filters that the query string asks for. */
  readonly filters: readonly Group[];

  constructor(
    bodies: FoundList['bodies'],
    page: FoundList['page'],
    beside: FoundList['beside'],
    filters: FoundList['filters'],
  ) {
    this.bodies = bodies;
    this.page = page;
    this.beside = beside;
    this.filters = filters;
  }
}

/** What a handler gives: a body, or the reply where that was sent without one; where a page is made from it, a list as it was found. */
export type Answer = Buffer | string | Readable | FastifyReply | FoundList;

/** A state of the data in which something was ingested. */
export type Data = State & { readonly dataset: Dataset };

/** Answers from one state of the data. Throws a Problem where nothing has been ingested yet. */
export const readData = <T>(
  { store }: Pick<Context, 'store'>,
  answer: (data: Data) => Later<T>,
): Promise<T> =>
  store.read((state) => {
    if (hasData(state)) return answer(state);
    throw new Problem({ code: 'not-ready', detail: 'no data has been ingested yet; run: npm run ingest' });
  });

const hasData = (state: State): state is Data => state.dataset !== null;

/** A name or an address with its port; anything else in `Host` is not echoed into an answer. */
const plainHost = /^(?:[\w.-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/**
 * Scheme and host, and the path if there is one, under which the client reaches the API: as set, or as the request's own `Host`
 * header says.
 */
export function originOf({ config }: Context, { headers: { host } }: FastifyRequest): string {
  if (config.PUBLIC_URL !== undefined) return config.PUBLIC_URL;
  if (host !== undefined && plainHost.test(host)) return `http://${host}`;
  throw new Problem({ code: 'malformed-request', detail: 'the Host header is not a host name' });
}

/** The URL of the request with another cursor. */
export function urlWithCursor(origin: string, { url }: FastifyRequest, cursor: string): string {
  const next = new URL(origin + url);
  next.searchParams.set('cursor', cursor);
  return next.href;
}
