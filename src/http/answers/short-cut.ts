// Answers what was asked before, in the very same words, before the framework begins: the shortest way to the bytes.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Durations, Series } from '../../metrics/durations.ts';
import { rounded, shownUrl } from '../access-log.ts';
import { isNamed } from '../caching.ts';
import { requestId } from '../request-id.ts';
import { namesSeveralHosts } from '../target.ts';
import type { Answer, Answers } from './answers.ts';
import { requestKey } from './keep.ts';

/**
 * Gives a function that answers such a request, with further header fields (names and values in turn), and says whether
 * it did; what it does not know is for the application.
 */
export function shortCut(app: FastifyInstance, answers: Answers, durations: Durations) {
  const send = sender(app, durations);
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true; // the application tells clients that their connection ends
  });
  return (request: IncomingMessage, response: ServerResponse, beside: string[]): boolean => {
    const answer = isClosing || !isPlain(request) ? undefined : known(answers, request);
    if (answer === undefined) return false;
    send(answer, request, response, beside);
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

type Send = (answer: Answer, request: IncomingMessage, response: ServerResponse, beside: string[]) => void;

function sender(app: FastifyInstance, durations: Durations): Send {
  const shown = shownUrl(app);
  const prepared = new WeakMap<Answer, Prepared>();
  return (answer, request, response, beside) => {
    const began = performance.now();
    const { headers } = request;
    const [method, url] = [String(request.method), String(request.url)];
    const reqId = requestId(headers['x-request-id']);
    let ready = prepared.get(answer);
    if (ready === undefined) {
      ready = prepare(answer, durations);
      prepared.set(answer, ready);
    }
    const isUnchanged = isNamed(answer.etag, headers['if-none-match']);
    const { lines, series } = isUnchanged ? ready.unchanged : ready.whole;
    const statusCode = isUnchanged ? 304 : 200;
    response.writeHead(statusCode, [...lines, 'x-request-id', reqId, ...beside]);
    if (isUnchanged) response.end();
    else response.end(answer.body);
    const milliseconds = performance.now() - began;
    series.observe(milliseconds / 1_000);
    app.log.info(
      { reqId, method, url: shown(url), statusCode, milliseconds: rounded(milliseconds) },
      'answered',
    );
  };
}

/** What each sending of an answer needs, whole or as word that it has not changed. */
type Prepared = Record<'whole' | 'unchanged', Ready>;

interface Ready {
  /** Names and values of headers in turn: Node writes them as they are, without a look at each. */
  lines: string[];
  series: Series;
}

/** What describes a body is left out where there is none (RFC 9110, 15.4.5). */
function prepare({ headers, route }: Answer, durations: Durations): Prepared {
  const { 'content-length': _length, 'content-encoding': _encoding, ...others } = headers;
  return {
    whole: { lines: Object.entries(headers).flat(), series: durations.of(route, 'GET', 200) },
    unchanged: { lines: Object.entries(others).flat(), series: durations.of(route, 'GET', 304) },
  };
}
