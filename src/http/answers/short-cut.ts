// Answers what was asked before, in the very same words, before the framework begins: the shortest way to the bytes.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { isNamed } from '../caching.ts';
import { requestId } from '../request-id.ts';
import type { Answer, Answers } from './answers.ts';
import { requestKey } from './keep.ts';

/** Puts the short cut before the application's own listener; what it does not know goes on to that. */
export function takeShortCut(app: FastifyInstance, answers: Answers): void {
  const [listener] = app.server.listeners('request') as [RequestListener];
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true; // the application tells clients to come back elsewhere
  });
  app.server.removeListener('request', listener);
  app.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const answer = isClosing || !isPlain(request) ? undefined : known(answers, request);
    if (answer === undefined) listener(request, response);
    else send(app, answer, request, response);
  });
}

/** A GET without a body or anything that wants more than an answer. */
const isPlain = ({ method, httpVersion, headers }: IncomingMessage): boolean =>
  method === 'GET' &&
  httpVersion === '1.1' &&
  headers.expect === undefined &&
  headers['content-length'] === undefined &&
  headers['transfer-encoding'] === undefined;

const known = (answers: Answers, { url, headers }: IncomingMessage): Answer | undefined =>
  answers.toRequest(requestKey(String(url), headers));

function send(
  app: FastifyInstance,
  answer: Answer,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const began = performance.now();
  const { method, url, headers } = request;
  const reqId = requestId(headers['x-request-id']);
  const isUnchanged = isNamed(answer.etag, headers['if-none-match']);
  response.setHeader('x-request-id', reqId);
  if (isUnchanged) response.writeHead(304, unchangedHeaders(answer)).end();
  else response.writeHead(200, answer.headers).end(answer.body);
  const milliseconds = Math.round((performance.now() - began) * 10) / 10;
  app.log.info({ reqId, method, url, statusCode: response.statusCode, milliseconds }, 'answered');
}

/** What describes a body is left out where there is none (RFC 9110, 15.4.5). */
function unchangedHeaders({ headers }: Answer): Record<string, string> {
  const { 'content-length': _length, 'content-encoding': _encoding, ...others } = headers;
  return others;
}
