// What the main thread and its worker threads send to one another.
import type { IncomingHttpHeaders } from 'node:http';
import type { Config } from '../../config.ts';
import type { Dataset } from '../../store/store.ts';

/** What a worker thread gets when it starts. */
export interface ThreadData {
  config: Config;
  /** Whether the log goes to a terminal. */
  isTerminal: boolean;
}

/** A GET request, as the client sent it. */
export interface Task {
  /** Path and query. */
  url: string;
  headers: IncomingHttpHeaders;
  /** Address of the connection, which decides whether its headers are those of a trusted proxy. */
  remoteAddress: string;
}

/** A whole response. */
export interface ThreadResponse {
  status: number;
  headers: Record<string, string | string[]>;
  /** The key of the dataset that it was made from; null where that changed meanwhile. */
  dataset: string | null;
  body: Uint8Array;
}

/**
 * What comes of a task. Null where the main thread must answer: the database cannot be opened in a worker thread, or the
 * response is a stream.
 */
export type Outcome = ThreadResponse | null;

/** The same for equal datasets, in whichever thread. */
export const datasetKey = (dataset: Dataset | null): string => JSON.stringify(dataset);
