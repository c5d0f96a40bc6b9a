// Tells which requests may be answered without the framework: those that want nothing more than an answer.
import type { IncomingMessage } from 'node:http';
import { namesSeveralHosts } from '../target.ts';

/** A GET for one host, without a body or anything to be agreed upon before. */
export function isPlain(request: IncomingMessage): boolean {
  const { method, httpVersion, headers } = request;
  return (
    method === 'GET' &&
    httpVersion === '1.1' &&
    headers.host !== undefined &&
    headers.expect === undefined &&
    headers['content-length'] === undefined &&
    headers['transfer-encoding'] === undefined &&
    !namesSeveralHosts(request)
  );
}
