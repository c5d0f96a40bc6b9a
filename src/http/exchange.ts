// A question and its answer on their way through HTTP, as far as resources look at them: by the framework or by the short way.
import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';

/** A request, as far as an answer from the data depends on it. Those of the framework are such. */
export interface Asking {
  readonly method: string;
  /** Path and query, as the client wrote them. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** As the `Host` header has it; empty where there is none. */
  readonly host: string;
  readonly protocol: string;
  /** As the schemas of the route made it. */
  readonly query: unknown;
  readonly params: unknown;
  /** The state of the data that was the newest when the request came. */
  generation: number;
  /** The question that is asked, in the one spelling that stands for all; null where there is none. */
  question: string | null;
  /** The encoding that the client accepts; null where the answer is ready, or comes not from the data. */
  contentCoding: string | null;
}

/** Takes the answer to a request. Names of headers are in lower case. */
export interface Replying {
  header(name: string, value: string): unknown;
  headers(values: Record<string, string>): unknown;
  getHeader(name: string): string | number | string[] | undefined;
  code(status: number): Pick<Replying, 'send'>;
  send(body?: Buffer | string | Readable): unknown;
}
