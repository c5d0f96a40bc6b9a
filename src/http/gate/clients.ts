// Tells clients apart, by the network that a request comes from: its own, or the one that a trusted proxy names.
import type { IncomingMessage } from 'node:http';
import { isIP, type Socket } from 'node:net';
import proxyAddr from '@fastify/proxy-addr';
import ipaddr from 'ipaddr.js';
import { LRUCache } from 'lru-cache';

/** An address with a port, as some proxies write it: `192.0.2.1:5000`, `[2001:db8::1]:5000`. */
const withPort = /^(?:\[([^\]]+)\](?::\d+)?|([\d.]+):\d+)$/;

/** Stands for all whose address nobody knows: a connection that has ended meanwhile has none. */
const unknown = 'unknown';

/** What proxies said lately is read once; a longer header is read each time, so that the room for them is bounded. */
const [mostKept, longestKept] = [10_000, 200];

/** Gives the network that a connection comes from; null where that is a trusted proxy, behind which there are others. */
export function directClients(trusted: readonly string[]): (socket: Socket) => string | null {
  const isTrusted = proxyAddr.compile([...trusted]);
  return ({ remoteAddress }) =>
    isTrusted(String(remoteAddress), 0) ? null : (networkOf(remoteAddress) ?? unknown);
}

/**
 * Gives the network of who sends a request. `X-Forwarded-For` is believed where the connection comes from one of the
 * trusted addresses, and then from the right, as far as each hop is trusted; what anyone else writes there counts for
 * nothing.
 */
export function clientsBehind(trusted: readonly string[]): (request: IncomingMessage) => string {
  const isTrusted = proxyAddr.compile([...trusted]);
  const clientAt = directClients(trusted);
  const direct = new WeakMap<Socket, string | null>();
  const read = (request: IncomingMessage): string =>
    networkOf(proxyAddr(request, isTrusted)) ?? networkOf(request.socket.remoteAddress) ?? unknown;
  const kept = new LRUCache<string, string>({ max: mostKept });
  const forwarded = (request: IncomingMessage): string => {
    const key = `${request.socket.remoteAddress} ${request.headers['x-forwarded-for']}`;
    const found = kept.get(key);
    if (found !== undefined) return found;
    const client = read(request);
    if (key.length <= longestKept) kept.set(key, client);
    return client;
  };
  return (request) => {
    const { socket } = request;
    let client = direct.get(socket);
    if (client === undefined) {
      client = clientAt(socket);
      direct.set(socket, client);
    }
    return client ?? forwarded(request);
  };
}

/**
 * An IPv4 address, also where it is written as IPv6; the first 64 bits of an IPv6 address, for whoever has one has all
 * of these (RFC 6177). Null for anything else.
 */
function networkOf(text = ''): string | null {
  const [, bracketed, plain] = withPort.exec(text) ?? [];
  const address = bracketed ?? plain ?? text;
  if (isIP(address) === 0) return null;
  const parsed = ipaddr.process(address);
  return 'parts' in parsed ? parsed.parts.slice(0, 4).join(':') : parsed.toString();
}
