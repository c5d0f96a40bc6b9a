// Which host a request is for: said once, and in one way (RFC 9112, 3.2).
import type { IncomingMessage } from 'node:http';

/** A target that names scheme and host before the path, as clients write it to proxies. */
const absolute = /^https?:\/\/([^/?]*)(.*)$/is;

/**
 * Leaves the path alone in a target that names a host, too; that host counts then, whatever the header says (RFC 9112,
 * 3.2.2). So one resource has one URL for all that comes after. A request of HTTP/1.1 without that header stays as it is, to
 * be refused (3.2).
 */
export function takeHostFromTarget(request: IncomingMessage): void {
  const [, host, path] = absolute.exec(String(request.url)) ?? [];
  if (host === undefined || path === undefined || lacksHost(request)) return;
  request.headers.host = host;
  request.url = path.startsWith('/') ? path : `/${path}`;
}

/** Whether the header is missing that HTTP/1.1 demands. */
export const lacksHost = ({ httpVersion, headers }: IncomingMessage): boolean =>
  httpVersion === '1.1' && headers.host === undefined;

/** Whether several hosts are named, of which a proxy may have taken another than Node does. */
export function namesSeveralHosts({ rawHeaders }: IncomingMessage): boolean {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string;
    if (name.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts > 1;
}
