// Bounds the requests that one client may send in a minute.

import { isIP } from 'node:net';
import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { Problem } from '../problems/problem.ts';
import type { HttpSettings } from '../settings.ts';

/** A minute, in milliseconds. */
const timeWindow = 60_000;

/** Clients that are counted at a time, about 25 MB; beyond them the least recently seen one begins anew. */
const maxClients = 100_000;

/** Counts every request but health checks, also those that no route takes. `RATE_LIMIT=0` turns it off. */
export async function limitRate(app: FastifyInstance, { RATE_LIMIT: max }: Pick<HttpSettings, 'RATE_LIMIT'>) {
  if (max === 0) return;
  await app.register(rateLimit, {
    ...{ global: false, max, timeWindow, cache: maxClients, enableDraftSpec: true },
    allowList: isHealthCheck,
    keyGenerator: clientNetwork(),
    errorResponseBuilder: () =>
      new Problem({
        code: 'too-many-requests',
        detail: 'this client has sent more requests in a minute than the limit allows',
      }),
  });
  app.addHook('onRequest', app.rateLimit());
}

/** Those who run the server must reach them, above all when it is in trouble. */
const healthChecks = ['/health/live', '/health/ready'];

const isHealthCheck = ({ routeOptions }: FastifyRequest): boolean =>
  healthChecks.includes(String(routeOptions.url));

/** An address with a port, as some proxies write it into `X-Forwarded-For`: `192.0.2.1:5000`, `[2001:db8::1]:5000`. */
const withPort = /^(?:\[([^\]]+)\](?::\d+)?|([\d.]+):\d+)$/;

/** Addresses whose network is remembered, since parsing one costs microseconds. */
const maxAddresses = 10_000;

/**
 * Gives a function from a request to the network of its client: an IPv4 address, or the first 64 bits of an IPv6 address
 * (RFC 6177). A client whom a trusted proxy does not name by an address counts as that proxy.
 */
function clientNetwork(): (request: FastifyRequest) => string {
  const networks = new LRUCache<string, string>({ max: maxAddresses });
  return ({ ip, socket }) => {
    const address = String(ip); // a connection that has ended has none
    const known = networks.get(address);
    if (known !== undefined) return known;
    const [, bracketed, plain] = withPort.exec(address) ?? [];
    const named = bracketed ?? plain ?? address;
    const network = normalizeIP(isIP(named) ? named : String(socket.remoteAddress));
    networks.set(address, network);
    return network;
  };
}
