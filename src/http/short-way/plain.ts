// Tells which requests may be answered without the framework: those that want nothing more than an answer.
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { namesSeveralHosts } from '../target.ts';

/**
 * A GET for one host, without a body or anything to be agreed upon before. None is plain any more once the application
 * closes, for it tells clients that their connection ends.
 */
export function plainRequests(app: FastifyInstance): (request: IncomingMessage) => boolean {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  return (request) => {
    const { method, httpVersion, headers } = request;
    return (
      !isClosing &&
      method === 'GET' &&
      httpVersion === '1.1' &&
      headers.host !== undefined &&
      headers.expect === undefined &&
      headers['content-length'] === undefined &&
      headers['transfer-encoding'] === undefined &&
      !namesSeveralHosts(request)
    );
  };
}
