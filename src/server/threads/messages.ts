// What the main thread and the threads beside it say to one another.
import type { IncomingHttpHeaders } from 'node:http';
import type { MessagePort } from 'node:worker_threads';
import type { Dataset } from '../../store/store.ts';
import type { Config } from '../config.ts';

/** What a thread is given when it starts. */
export interface ThreadData {
  config: Config;
  /** Whether the log goes to a person. */
  isTerminal: boolean;
}

/** A request, as it came. */
export interface Task {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  /** What both threads know of it. */
  marks: Int32Array;
}

/** The marks of a task, each 0 until it is set: nobody waits for the answer any more; a thread has begun with it. */
export const marks = { gone: 0, begun: 1 } as const;

/** Marks of a new task, in memory that threads share. */
export const noMarks = (): Int32Array => new Int32Array(new SharedArrayBuffer(8));

/** An answer, as it is to go out. */
export interface Answered {
  status: number;
  headers: Record<string, string | string[]>;
  /** The state of the data that it was made from; null where that changed meanwhile. */
  state: string | null;
  /** All bytes; or where they come from, piece by piece. */
  body: Uint8Array | MessagePort;
}

/** Said in place of an answer where the thread cannot open the database. */
export const cannotOpen = 'cannot-open';

/** What comes of a task; null where nobody waits for it any more. */
export type Outcome = Answered | typeof cannotOpen | null;

/** Tells one state of the data from every other, in whichever thread it is read. */
export const stateOf = (dataset: Dataset | null): string => JSON.stringify(dataset);
