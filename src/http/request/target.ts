// The target of a request (RFC 9112, 3.2): the host that it is for, the format in which its path can end, and the path alone.
import type { IncomingMessage } from 'node:http';
import { collections } from '../../records/kinds.ts';
import { formatNames } from '../formats/format.ts';

/** A target in absolute form: scheme and host before the path, as clients write it to proxies. */
const absoluteForm = /^https?:\/\/([^/?]*)(.*)$/is;

/**
 * The path and query of a request's target. The host of a target in absolute form replaces the `Host` header (RFC 9112,
 * 3.2.2), so that one resource has one URL in all that follows. A request of HTTP/1.1 without that header stays as it is, to
 * be refused (3.2).
 */
export function applyAbsoluteForm(request: IncomingMessage): string {
  const target = String(request.url);
  if (target.startsWith('/') || lacksHost(request)) return target;
  const [, host, path] = absoluteForm.exec(target) ?? [];
  if (host === undefined || path === undefined) return target;
  request.headers.host = host;
  return path.startsWith('/') ? path : `/${path}`;
}

/** What Node lets pass in the first lines of a request, and should not; null where nothing is wrong. */
export function faultOfTarget(request: IncomingMessage): string | null {
  if (lacksHost(request)) return 'the Host header is missing';
  if (namesSeveralHosts(request)) return 'the Host header is there more than once';
  if (request.method !== 'OPTIONS' && !request.url?.startsWith('/')) return 'what is asked for is not a path';
  return null;
}

/** True if the header is missing that HTTP/1.1 demands. */
const lacksHost = ({ httpVersion, headers }: IncomingMessage): boolean =>
  httpVersion === '1.1' && headers.host === undefined;

/** True if several hosts are named, of which a proxy may have taken another than Node does. */
function namesSeveralHosts({ rawHeaders }: IncomingMessage): boolean {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string;
    if (name.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts > 1;
}

/** Ids hold no dots, so that what follows a dot can only be a format. */
const ending = new RegExp(
  `^(/(?:${[...collections, 'changes'].join('|')})(?:/[^?.]*)?)\\.(${formatNames.join('|')})(?:\\?(.*))?$`,
  's',
);

/** Every format has a path of its own: `/statements.csv` is `/statements?format=csv`. Any other URL stays as it is. */
export function applySuffix(url: string): string {
  const [, path, format, query] = ending.exec(url) ?? [];
  if (path === undefined) return url;
  return query ? `${path}?${query}&format=${format}` : `${path}?format=${format}`;
}

/** Nothing that is served has a longer path, in characters. */
const maxPathLength = 200;

/** A path that is cut may end within an encoded character: it is to be shown, and not to be decoded. */
export const pathOf = (url: string): string => wholePathOf(url).slice(0, maxPathLength);

export function wholePathOf(url: string): string {
  const query = url.indexOf('?');
  return query === -1 ? url : url.slice(0, query);
}
