// Tells when more is asked than the main thread can answer: by how long each turn of its event loop takes, without pause.

/** How long a turn may take, in milliseconds: what comes in during it waits for so long, and then for the next one. */
const longest = 100;

/** How long turns must have been too long, one after another, in milliseconds: a burst, or a pause, is no overload. */
const patience = 1_000;

/** A pause between two turns that ends an overload, in milliseconds: nobody was waiting. */
const rest = 100;

/** Answers that may wait for their compression; that is done beside the main thread, and does not make turns longer. */
const mostWaiting = 256;

/** The bounds, which tests set lower. */
export interface Bounds {
  longest: number;
  patience: number;
  rest: number;
  mostWaiting: number;
}

/**
 * In one turn of the event loop, all requests are handled that have arrived since the last: where there are more than
 * can be, turns grow as long as all of that takes. While that lasts, each turn answers as much as it has time for, and
 * what is left is to be turned away. So the server goes on at its full rate, no request waits for much more than two turns,
 * and with the first turn that was short enough all are answered again (the idea is CoDel's, RFC 8289).
 */
export class Pressure {
  readonly #bounds: Bounds;
  readonly #waiting: () => number;
  /** When the turn began, and when the last one ended. */
  #began = 0;
  #ended = 0;
  #isTurning = false;
  /** Since when turns have been too long; null where the last was not. */
  #since: number | null = null;

  /** `waiting` counts the answers that wait for their compression. */
  constructor(waiting: () => number, bounds: Partial<Bounds> = {}) {
    this.#bounds = { longest, patience, rest, mostWaiting, ...bounds };
    this.#waiting = waiting;
  }

  /** To be told of each request when it comes. Times are milliseconds of `performance.now()`. */
  see(now: number): void {
    if (this.#isTurning) return;
    if (now - this.#ended > this.#bounds.rest) this.#since = null;
    this.#isTurning = true;
    this.#began = now;
    setImmediate(this.#end);
  }

  /** Whether there is time for a request only at the cost of those that were taken before. */
  isTooHigh(now: number): boolean {
    const { patience } = this.#bounds;
    return this.#since !== null && now - this.#since >= patience && this.#isExceeded(now);
  }

  readonly #end = (): void => {
    const now = performance.now();
    this.#isTurning = false;
    this.#ended = now;
    if (this.#isExceeded(now)) this.#since ??= now;
    else this.#since = null;
  };

  #isExceeded(now: number): boolean {
    const { longest, mostWaiting } = this.#bounds;
    return now - this.#began > longest || this.#waiting() > mostWaiting;
  }
}
