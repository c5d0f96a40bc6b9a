// Answers what was asked before, in the very same words, before the framework begins: the shortest way to the bytes.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Durations, Series } from '../../metrics/durations.ts';
import { rounded, shownUrl } from '../access-log.ts';
import { isNamed } from '../caching.ts';
import { requestId } from '../request-id.ts';
import type { Answer, Answers } from './answers.ts';
import { requestKey } from './keep.ts';

/** Puts the short cut before the application's own listener; what it does not know goes on to that. */
export function takeShortCut(app: FastifyInstance, answers: Answers, durations: Durations): void {
  const [listener] = app.server.listeners('request') as [RequestListener];
  const send = sender(app, durations);
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true; // the application tells clients to come back elsewhere
  });
  app.server.removeListener('request', listener);
  app.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const answer = isClosing || !isPlain(request) ? undefined : known(answers, request);
    if (answer === undefined) listener(request, response);
    else send(answer, request, response);
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

type Send = (answer: Answer, request: IncomingMessage, response: ServerResponse) => void;

function sender(app: FastifyInstance, durations: Durations): Send {
  const shown = shownUrl(app);
  const prepared = new WeakMap<Answer, Prepared>();
  return (answer, request, response) => {
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
    response.writeHead(statusCode, [...lines, 'x-request-id', reqId]);
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
