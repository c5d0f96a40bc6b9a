// Answers what was asked before, in the very same words, before the framework begins: the shortest way to the bytes.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { isNamed } from '../caching.ts';
import { requestId } from '../request-id.ts';
import { namesSeveralHosts } from '../target.ts';
import type { Answer, Answers } from './answers.ts';
import { requestKey } from './keep.ts';

/**
 * Gives a function that answers such a request, with further header fields (names and values in turn), and says whether
 * it did; what it does not know is for the application.
 */
export function shortCut(app: FastifyInstance, answers: Answers) {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true; // the application tells clients to come back elsewhere
  });
  return (request: IncomingMessage, response: ServerResponse, beside: string[]): boolean => {
    const answer = isClosing || !isPlain(request) ? undefined : known(answers, request);
    if (answer === undefined) return false;
    send(app, answer, request, response, beside);
    return true;
  };
}

/** A GET without a body or anything that wants more than an answer. */
const isPlain = (request: IncomingMessage): boolean => {
  const { method, httpVersion, headers } = request;
  return (
    method === 'GET' &&
    httpVersion === '1.1' &&
    headers.expect === undefined &&
    headers['content-length'] === undefined &&
    headers['transfer-encoding'] === undefined &&
    !namesSeveralHosts(request)
  );
};

const known = (answers: Answers, { url, headers }: IncomingMessage): Answer | undefined =>
  answers.toRequest(requestKey(String(url), headers));

function send(
  app: FastifyInstance,
  answer: Answer,
  request: IncomingMessage,
  response: ServerResponse,
  beside: string[],
): void {
  const began = performance.now();
  const { method, url, headers } = request;
  const reqId = requestId(headers['x-request-id']);
  const isUnchanged = isNamed(answer.etag, headers['if-none-match']);
  const { whole, unchanged } = linesOf(answer);
  if (isUnchanged) response.writeHead(304, [...unchanged, 'x-request-id', reqId, ...beside]).end();
  else response.writeHead(200, [...whole, 'x-request-id', reqId, ...beside]).end(answer.body);
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
