// The address under which the client reaches the API, which whole URLs in answers begin with.
import type { FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import { Problem } from '../problems/problem.ts';

/** A name or an address with its port; anything else in `Host` is not echoed into an answer. */
const plainHost = /^(?:[\w.-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/**
 * Scheme and host, and the path if there is one, under which the client reaches the API: as set, or as the request's own `Host`
 * header says.
 */
export function originOf({ config }: Context, { headers: { host } }: FastifyRequest): string {
  if (config.PUBLIC_URL !== undefined) return config.PUBLIC_URL;
  if (host !== lastHost.host) lastHost = readHost(host);
  if (lastHost.origin !== null) return lastHost.origin;
  throw new Problem({ code: 'malformed-request', detail: 'the Host header is not a host name' });
}

/** A host that only looks like one, such as `1.2.3.4.5` or `record.example:99999`, would make a URL that nothing can read. */
function readHost(host: string | undefined): { host: string | undefined; origin: string | null } {
  const origin = `http://${host}`;
  const isHost = host !== undefined && plainHost.test(host) && URL.canParse(origin);
  return { host, origin: isHost ? origin : null };
}

/** The host that was read last: nearly all requests name the same one. */
let lastHost = readHost(undefined);

/** The URL of the request with another cursor. */
export function urlWithCursor(origin: string, { url }: FastifyRequest, cursor: string): string {
  const next = new URL(origin + url);
  next.searchParams.set('cursor', cursor);
  return next.href;
}
