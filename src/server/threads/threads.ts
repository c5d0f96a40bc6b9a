// The threads that answer heavy questions beside the main one: how many there are, and how many requests may wait for them.
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import { Piscina } from 'piscina';
import { programOf } from '../../project.ts';
import { cannotOpen, marks, noMarks, type Outcome, type Task, type ThreadData } from './messages.ts';

/** Requests that may be with each thread, being answered or waiting, before others are turned away. */
const mostForEach = 64;

/** How long the first that waits may have waited before more are turned away, in milliseconds: their clients wait for longer. */
const longestWait = 300;

/** So many may wait for each thread however long they have: a few who ask at the same time are not what overload is. */
const fewForEach = 5;

/** JavaScript's own memory in a thread, in MiB; a question that needs more ends the thread, not the server. */
const heap = 512;

/** By default so many: whoever puts a file back waits no longer for its searches to leave the main thread. */
const usualPause = 5_000;

export interface ThreadOptions extends ThreadData {
  /** How many threads. */
  size: number;
  /** How many requests may be with them at a time. */
  most?: number;
  /** How long the first that waits may have waited before more are turned away, in milliseconds. */
  longestWait?: number;
  /** The program of a thread. */
  script?: string;
  /** How long to wait before threads that could not start are tried again, in milliseconds. */
  pause?: number;
}

/** Threads and what is with them; `held` counts what waits, too. */
export interface Load {
  threads: number;
  held: number;
  waiting: number;
  /** More than these are turned away. */
  most: number;
}

const threadScript = programOf('server/threads/thread');

/** Threads that load the application while the main thread goes on; each that dies is replaced. */
export class Threads {
  readonly #pool: Piscina<Task, Outcome>;
  readonly #most: number;
  readonly #few: number;
  readonly #longestWait: number;
  /** In the order in which they came, with when that was; those that a thread has begun with are left out in time. */
  readonly #waiting: { marks: Task['marks']; since: number }[] = [];
  #isReady = false;
  #isClosed = false;
  #held = 0;

  constructor(options: ThreadOptions, log: FastifyBaseLogger) {
    const {
      size,
      most = mostForEach * size,
      longestWait: longest = longestWait,
      script = threadScript,
      pause = usualPause,
      ...workerData
    } = options;
    this.#most = most;
    this.#few = fewForEach * size;
    this.#longestWait = longest;
    this.#pool = new Piscina({
      filename: script,
      minThreads: size,
      maxThreads: size,
      stricterFIFO: true, // else who finds every thread busy goes to the end of the queue, again and again
      atomics: 'disabled', // else a thread sleeps between tasks, and the streams that it sends with it
      resourceLimits: { maxOldGenerationSizeMb: heap },
      workerData,
    });
    this.#pool.on('error', (err) => log.error({ err }, 'a thread died, and another takes its place'));
    void this.#start(size, pause, log);
  }

  /** Whether they answer already; until then the main thread does. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** Whether as many requests are with them as may be, or one more would wait for too long. */
  get isFull(): boolean {
    return this.#held >= this.#most || this.#isLate(performance.now());
  }

  #isLate(now: number): boolean {
    const waiting = this.#waiting;
    while (waiting[0] && Atomics.load(waiting[0].marks, marks.begun) !== 0) waiting.shift();
    const [first] = waiting;
    return first !== undefined && waiting.length > this.#few && now - first.since > this.#longestWait;
  }

  /** How many there are, how many requests are with them or wait for them, and how many may be. */
  get load(): Load {
    const threads = this.#isReady ? this.#pool.threads.length : 0;
    return { threads, held: this.#held, waiting: this.#pool.queueSize, most: this.#most };
  }

  /** Answers a request; null where nobody waits for it any more. Throws where the thread dies of it. */
  answer(task: Task): Promise<Outcome> {
    this.#held += 1;
    this.#waiting.push({ marks: task.marks, since: performance.now() });
    return this.#try(task).finally(() => {
      this.#held -= 1;
      Atomics.store(task.marks, marks.begun, 1); // whatever became of it, it waits no longer
    });
  }

  async #try(task: Task): Promise<Outcome> {
    try {
      return await this.#pool.run(task);
    } catch (error) {
      if (!this.#isReady || Atomics.load(task.marks, marks.begun) !== 0) throw error;
      return this.#pool.run(task); // the thread was dying already when it came
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#pool.destroy();
  }

  /** Tries until they answer: what keeps them from it, such as a file that is not in its place, may pass. */
  async #start(size: number, pause: number, log: FastifyBaseLogger): Promise<void> {
    let isTold = false;
    while (!this.#isClosed) {
      const obstacle = await this.#warm(size);
      this.#isReady = obstacle === null;
      if (this.#isReady) return log.info(`threads for heavy questions: ${size}`);
      if (!isTold && !this.#isClosed)
        log.error(
          { err: obstacle },
          'there are no threads for heavy questions; until there are, the main thread answers them',
        );
      isTold = true;
      await wait(pause, undefined, { ref: false });
    }
  }

  /** Each thread has one question to answer, so that all have loaded what they need. Says what keeps one from it. */
  async #warm(size: number): Promise<unknown> {
    const task = { method: 'HEAD', url: '/dataset', headers: { host: 'localhost' } };
    const asked = Array.from({ length: size }, () => this.answer({ ...task, marks: noMarks() }));
    const outcomes = await Promise.all(asked).catch((error: unknown) => [error]);
    if (outcomes.includes(cannotOpen)) return new Error('the database cannot be opened as its file is now');
    return outcomes.find((outcome) => outcome instanceof Error) ?? null;
  }
}
