// The pool of worker threads for heavy requests: their number, their memory, and how many requests may wait for them.
import { fileURLToPath } from 'node:url';
import type { FastifyBaseLogger } from 'fastify';
import { Piscina } from 'piscina';
import type { Outcome, Task, ThreadData } from './messages.ts';

/** Requests that may wait for each thread before others are rejected: a second of waiting, or little more. */
const queuePerThread = 16;

/** Heap of a thread in MiB; a request that needs more ends the thread, not the server. */
const heap = 512;

export interface ThreadOptions extends ThreadData {
  /** Number of threads. */
  size: number;
  /** Requests that may wait. */
  maxQueue?: number;
  /** The program of a thread. */
  program?: URL;
}

/** Numbers of threads and of requests. */
export interface Load {
  threads: number;
  running: number;
  waiting: number;
  /** Requests that may run or wait before others are rejected. */
  limit: number;
}

/** A thread that dies is replaced; only the request that it ran fails. */
export class Threads {
  readonly #pool: Piscina<Task, Outcome>;
  #isReady = false;
  #isClosed = false;
  #held = 0;

  constructor(
    { size, maxQueue = queuePerThread * size, program, ...data }: ThreadOptions,
    log: FastifyBaseLogger,
  ) {
    this.#pool = new Piscina({
      filename: fileURLToPath(program ?? new URL('./thread.js', import.meta.url)),
      minThreads: size,
      maxThreads: size,
      maxQueue,
      stricterFIFO: true, // without it a request that finds all threads busy can be overtaken for ever
      atomics: 'disabled', // with them a thread blocks between tasks, and does not write its log
      resourceLimits: { maxOldGenerationSizeMb: heap },
      workerData: data,
    });
    this.#pool.on('error', (err) => log.error({ err }, 'a worker thread died, and is replaced'));
    void this.#warmUp(size, log);
  }

  /** True once a thread has loaded the application. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** True if one more request would exceed the queue. */
  get isFull(): boolean {
    return this.#pool.queueSize >= this.#pool.options.maxQueue;
  }

  get load(): Load {
    const { queueSize: waiting, threads, options } = this.#pool;
    return {
      threads: this.#isReady ? threads.length : 0,
      running: this.#held - waiting,
      waiting,
      limit: threads.length + options.maxQueue,
    };
  }

  /** Answers a request. Rejects where the thread dies of it. */
  async answer(task: Task): Promise<Outcome> {
    this.#held += 1;
    try {
      return await this.#pool.run(task);
    } finally {
      this.#held -= 1;
    }
  }

  close(): Promise<void> {
    this.#isClosed = true;
    return this.#pool.destroy();
  }

  async #warmUp(size: number, log: FastifyBaseLogger): Promise<void> {
    try {
      await this.answer({ url: '/dataset', headers: { host: 'localhost' }, remoteAddress: '127.0.0.1' });
      this.#isReady = true;
      log.info(`worker threads for heavy requests: ${size}`);
    } catch (err) {
      if (!this.#isClosed)
        log.error({ err }, 'worker threads cannot start; the main thread answers heavy requests');
    }
  }
}
