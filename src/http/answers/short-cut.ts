// Answers what was asked before, in the very same words, before the framework begins: the shortest way to the bytes.
import type { IncomingMessage } from 'node:http';
import type { Durations } from '../../metrics/durations.ts';
import { isNamed } from '../caching.ts';
import type { Answer, Answers } from './answers.ts';
import { requestKey } from './keep.ts';
import type { Exchange, Send, Written } from './sending.ts';

/** Gives a function that answers such a request, and says whether it did. */
export function shortCut(answers: Answers, durations: Durations, send: Send) {
  const prepared = new WeakMap<Answer, Prepared>();
  return (exchange: Exchange): boolean => {
    const { request } = exchange;
    const answer = known(answers, request);
    if (answer === undefined) return false;
    const isUnchanged = isNamed(answer.etag, request.headers['if-none-match']);
    if (answer.body === null && !isUnchanged) return false;
    let ready = prepared.get(answer);
    if (ready === undefined) {
      ready = prepare(answer, durations);
      prepared.set(answer, ready);
    }
    send(isUnchanged ? ready.unchanged : ready.whole, exchange);
    return true;
  };
}

const known = (answers: Answers, { url, headers }: IncomingMessage): Answer | undefined =>
  answers.toRequest(requestKey(String(url), headers));

/** What is written each time, whole or as word that it has not changed. */
type Prepared = Record<'whole' | 'unchanged', Written>;

/** What describes a body is left out where there is none (RFC 9110, 15.4.5). */
function prepare({ headers, route, body }: Answer, durations: Durations): Prepared {
  const { 'content-length': _length, 'content-encoding': _encoding, ...others } = headers;
  const series = (status: number) => durations.of(route, 'GET', status);
  return {
    whole: { status: 200, lines: Object.entries(headers).flat(), body, series: series(200) },
    unchanged: { status: 304, lines: Object.entries(others).flat(), body: null, series: series(304) },
  };
}
