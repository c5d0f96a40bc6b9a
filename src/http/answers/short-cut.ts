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
  const { whole, unchanged } = linesOf(answer);
  if (isUnchanged) response.writeHead(304, [...unchanged, 'x-request-id', reqId]).end();
  else response.writeHead(200, [...whole, 'x-request-id', reqId]).end(answer.body);
  const milliseconds = Math.round((performance.now() - began) * 10) / 10;
  app.log.info({ reqId, method, url, statusCode: response.statusCode, milliseconds }, 'answered');
}

/** Names and values in turn: Node writes them as they are, without a look at each. */
interface Lines {
  whole: string[];
  /** Without what describes a body, which is left out where there is none (RFC 9110, 15.4.5). */
  unchanged: string[];
}

const linesOfAnswers = new WeakMap<Answer, Lines>();

function linesOf(answer: Answer): Lines {
  const known = linesOfAnswers.get(answer);
  if (known) return known;
  const { 'content-length': _length, 'content-encoding': _encoding, ...others } = answer.headers;
  const lines = { whole: Object.entries(answer.headers).flat(), unchanged: Object.entries(others).flat() };
  linesOfAnswers.set(answer, lines);
  return lines;
}
