// Answers what Node cannot even read as a request, on the bare socket, unless another answer is due there.
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { exposed } from './cross-origin.ts';
import { Problem, type ProblemCode, problemCodes, problemMediaType } from './problem.ts';
import { requestId } from './request-id.ts';

/**
 * Answers on the bare socket where Node could not even read a request; an id that was sent with it is not known. `headers`
 * are those of every answer, `latest` the last answer on each connection.
 */
export function answeringUnreadable(
  headers: Record<string, string>,
  latest: WeakMap<Socket, ServerResponse>,
  log: (line: object) => void,
) {
  const lines = Object.entries({
    ...headers,
    ...exposed,
    'content-type': problemMediaType,
    'cache-control': 'no-store',
  });
  const constant = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return (error: Error & { code?: string }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable || isAnswered(latest.get(socket))) {
      socket.destroy();
      return;
    }
    const code = codeOfUnreadable[String(error.code)] ?? 'malformed-request';
    const detail = error.code === 'HPE_INVALID_URL' ? bareLetters : problemCodes[code].wayOut;
    const problem = new Problem({ code, detail });
    const reqId = requestId(undefined);
    const body = JSON.stringify(problem.body(reqId));
    const status = `HTTP/1.1 ${problem.status} ${problemCodes[code].title}\r\n`;
    const own = `x-request-id: ${reqId}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n`;
    socket.end(status + constant + own + body);
    log({ reqId, reason: error.code, statusCode: problem.status });
  };
}

/**
 * Whether another answer would be one too many: it would end up in the middle of one that is under way, or be taken for the
 * answer to another request. What cannot be read is either the rest of the last request, or what comes after it; and an
 * answer has no socket until those before it are through.
 */
function isAnswered(last: ServerResponse | undefined): boolean {
  if (last === undefined) return false;
  return last.req.complete ? !last.writableFinished : last.headersSent || last.socket === null;
}

/** What curl sends for `speaker=بوتين` unless it is told to encode it; Node reads no such URL. */
const bareLetters =
  "letters beyond ASCII must be percent-encoded in a URL; curl does so with: --get --data-urlencode 'speaker=بوتين'";

const codeOfUnreadable: Record<string, ProblemCode> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
  HPE_HEADER_OVERFLOW: 'header-too-large',
};
