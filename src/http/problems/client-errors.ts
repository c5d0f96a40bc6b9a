// Answers what Node cannot read as a request, on the bare socket, unless another response is due there.
import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { requestId } from '../request/request-id.ts';
import { type ProblemCode, problemCodes } from './codes.ts';
import { Problem, problemMediaType } from './problem.ts';

type ClientError = Error & { code?: string };

/**
 * Time for which the rest of a request that was refused is still received, in milliseconds. A connection that is closed with
 * unread bytes is reset, and the client may lose the response (RFC 9112, section 9.6).
 */
const lingerMs = 2_000;

/** The handler of Node's `clientError`. An id that was sent with an unreadable request is not known. */
export class ClientErrors {
  readonly #log: (line: object) => void;
  readonly #count: () => void;
  /** The header lines that all such responses have. */
  readonly #headerLines: string;
  /** The last response on each connection. */
  readonly #lastResponses = new WeakMap<Socket, ServerResponse>();
  /** Connections on which something could not be read. */
  readonly #refused = new WeakSet<Socket>();

  /** `headers` are those of every response; `count` is called once for each connection on which something could not be read. */
  constructor(headers: Record<string, string>, log: (line: object) => void, count: () => void) {
    this.#log = log;
    this.#count = count;
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

  /**
   * The problem comes after the response to the request before. Where the broken request has got its response already, or waits
   * for an earlier one, a problem would be taken for the response to another request: then the connection is closed.
   */
  readonly handle = (error: ClientError, socket: Socket): void => {
    if (this.#refused.has(socket)) return; // Node reports each further piece of what it could not read
    this.#refused.add(socket);
    this.#count();
    const last = this.#lastResponses.get(socket);
    const isBefore = last?.req.complete;
    if (isBefore && !last.writableFinished) last.once('finish', () => this.#refuse(error, socket));
    else if (last && !isBefore && (last.headersSent || last.socket === null)) socket.destroy();
    else this.#refuse(error, socket);
  };

  #refuse(error: ClientError, socket: Socket): void {
    if (!socket.writable) return; // it was closed, or ends with the response before
    const code = codeOfError[String(error.code)] ?? 'malformed-request';
    const detail = error.code === 'HPE_INVALID_URL' ? bareLetters : problemCodes[code].wayOut;
    const problem = new Problem({ code, detail });
    const reqId = requestId(undefined);
    const body = JSON.stringify(problem.body(reqId));
    const status = `HTTP/1.1 ${problem.status} ${problemCodes[code].title}\r\n`;
    const own = `x-request-id: ${reqId}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n`;
    socket.end(status + this.#headerLines + own + body);
    const timer = setTimeout(() => socket.destroy(), lingerMs);
    socket.once('close', () => clearTimeout(timer));
    this.#log({ reqId, reason: error.code, statusCode: problem.status });
  }
}

/** curl sends `speaker=بوتين` like this unless it is told to encode it; Node reads no such URL. */
const bareLetters =
  "letters beyond ASCII must be percent-encoded in a URL; curl does so with: --get --data-urlencode 'speaker=بوتين'";

const codeOfError: Record<string, ProblemCode> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
  HPE_HEADER_OVERFLOW: 'header-too-large',
};
