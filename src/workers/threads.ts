// The threads that answer heavy questions beside the main one: how many there are, and how many requests may wait for them.
import path from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import { Piscina } from 'piscina';
import { type Answered, marks, noMarks, type Task, type ThreadData } from './messages.ts';

/** Requests that may be with each thread, being answered or waiting, before others are turned away. */
const mostForEach = 64;

/** JavaScript's own memory in a thread, in MiB; a question that needs more ends the thread, not the server. */
const heap = 512;

export interface ThreadOptions extends ThreadData {
  /** How many threads. */
  size: number;
  /** How many requests may be with them at a time. */
  most?: number;
  /** The program of a thread. */
  script?: string;
}

/** Threads and what is with them; `held` counts what waits, too. */
export interface Load {
  threads: number;
  held: number;
  waiting: number;
  /** More than these are turned away. */
  most: number;
}

const threadScript = path.join(import.meta.dirname, `thread${path.extname(import.meta.url)}`);

/** Threads that load the application while the main thread goes on; each that dies is replaced. */
export class Threads {
  readonly #pool: Piscina<Task, Answered | null>;
  readonly #most: number;
  #isReady = false;
  #isClosed = false;
  #held = 0;

  constructor(options: ThreadOptions, log: FastifyBaseLogger) {
    const { size, most = mostForEach * size, script = threadScript, ...workerData } = options;
    this.#most = most;
    this.#pool = new Piscina({
      filename: script,
      minThreads: size,
      maxThreads: size,
      atomics: 'disabled', // else a thread sleeps between tasks, and the streams that it sends with it
      resourceLimits: { maxOldGenerationSizeMb: heap },
      workerData,
    });
    this.#pool.on('error', (err) => log.error({ err }, 'a thread died, and another takes its place'));
    void this.#warm(size, log);
  }

  /** Whether they answer already; until then the main thread does. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** Whether as many requests are with them as may be. */
  get isFull(): boolean {
    return this.#held >= this.#most;
  }

  /** How many there are, how many requests are with them or wait for them, and how many may be. */
  get load(): Load {
    const threads = this.#isReady ? this.#pool.threads.length : 0;
    return { threads, held: this.#held, waiting: this.#pool.queueSize, most: this.#most };
  }

  /** Answers a request; null where nobody waits for it any more. Throws where the thread dies of it. */
  answer(task: Task): Promise<Answered | null> {
    this.#held += 1;
    return this.#try(task).finally(() => {
      this.#held -= 1;
    });
  }

  async #try(task: Task): Promise<Answered | null> {
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

  /** Each thread has one question to answer, so that all have loaded what they need. */
  async #warm(size: number, log: FastifyBaseLogger): Promise<void> {
    const task = { method: 'HEAD', url: '/dataset', headers: { host: 'localhost' } };
    try {
      await Promise.all(Array.from({ length: size }, () => this.answer({ ...task, marks: noMarks() })));
      this.#isReady = true;
      log.info(`threads for heavy questions: ${size}`);
    } catch (err) {
      if (!this.#isClosed)
        log.error({ err }, 'there are no threads for heavy questions; the main thread answers them');
    }
  }
}
