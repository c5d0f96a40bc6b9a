// Answers what Node cannot read as a request, on the bare socket, unless another response is due there.
import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { requestId } from '../request/request-id.ts';
import { Problem, type ProblemCode, problemCodes, problemMediaType } from './problem.ts';

/** The handler of Node's `clientError`. An id that was sent with an unreadable request is not known. */
export class ClientErrors {
  readonly #log: (line: object) => void;
  /** The header lines that all such responses have. */
  readonly #headerLines: string;
  /** The last response on each connection. */
  readonly #lastResponses = new WeakMap<Socket, ServerResponse>();

  /** `headers` are those of every response. */
  constructor(headers: Record<string, string>, log: (line: object) => void) {
    this.#log = log;
    const all = {
      ...headers,
      'content-type': problemMediaType,
      'cache-control': 'no-store',
    };
    this.#headerLines = Object.entries(all)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('');
  }

  /** Follows which response each connection is busy with. */
  watch(server: Server): void {
    server.prependListener('request', ({ socket }, response) => this.#lastResponses.set(socket, response));
  }

  readonly handle = (error: Error & { code?: string }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable || isResponding(this.#lastResponses.get(socket))) {
      socket.destroy();
      return;
    }
    const code = codeOfError[String(error.code)] ?? 'malformed-request';
    const detail = error.code === 'HPE_INVALID_URL' ? bareLetters : problemCodes[code].wayOut;
    const problem = new Problem({ code, detail });
    const reqId = requestId(undefined);
    const body = JSON.stringify(problem.body(reqId));
    const status = `HTTP/1.1 ${problem.status} ${problemCodes[code].title}\r\n`;
    const own = `x-request-id: ${reqId}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n`;
    socket.end(status + this.#headerLines + own + body);
    this.#log({ reqId, reason: error.code, statusCode: problem.status });
  };
}

/**
 * True if another response would corrupt one that is under way, or be taken for the response to another request. What cannot be
 * read is either the rest of the last request, or what comes after it; a response has no socket until those before it are
 * through.
 */
function isResponding(last: ServerResponse | undefined): boolean {
  if (last === undefined) return false;
  return last.req.complete ? !last.writableFinished : last.headersSent || last.socket === null;
}

/** curl sends `speaker=بوتين` like this unless it is told to encode it; Node reads no such URL. */
const bareLetters =
  "letters beyond ASCII must be percent-encoded in a URL; curl does so with: --get --data-urlencode 'speaker=بوتين'";

const codeOfError: Record<string, ProblemCode> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
  HPE_HEADER_OVERFLOW: 'header-too-large',
};
