// Lets requests through in the order in which they came, as many in a turn of the event loop as there is time for, and tells which come too late.

/** How long requests may be handled in one turn before others wait for the next, in milliseconds. */
const slice = 10;

/** The same, where a connection was just taken: Node takes one in a turn, and those behind it wait for as many turns. */
const shortSlice = 0.2;

/** How long a request may wait, in milliseconds. */
const longest = 100;

/** How long there must have been somebody who waits before one who waited for too long is one too many, in milliseconds. */
const patience = 500;

/** Where fewer wait behind it, nobody is one too many: a few who wait for something slow are not what overload is. */
const few = 8;

/** Requests that may wait; each connection has one, unless it sends the next before it has its answer. */
const mostWaiting = 10_000;

/** Answers that may wait for their compression: that is done beside the main thread, and makes nobody wait here. */
const mostCompressing = 256;

/** The bounds, which tests set lower. */
export interface Bounds {
  slice: number;
  shortSlice: number;
  longest: number;
  patience: number;
  few: number;
  mostWaiting: number;
  mostCompressing: number;
}

/** What waits: anything that knows when it came, in milliseconds of `performance.now()`. */
interface Arrived {
  began: number;
}

/** Handles a request, or turns it away where there would be time for it only at the cost of others. */
type Handle<Request> = (request: Request, isOneTooMany: boolean) => void;

/**
 * While there is time, requests are handled as they come. What comes when the time of a turn is over waits for the next,
 * so that no turn is long however many requests it brings: new connections are taken meanwhile, and what threads have
 * answered goes out. While more comes than can be handled, what has waited for too long is turned away; so the server
 * goes on at its full rate, and what it answers has not waited long (the idea is CoDel's, RFC 8289).
 */
export class Queue<Request extends Arrived> {
  readonly #handle: Handle<Request>;
  readonly #compressing: () => number;
  readonly #bounds: Bounds;
  #requests: Request[] = [];
  #first = 0;
  /** When the turn began; null while nothing was asked in it. */
  #began: number | null = null;
  /** How many turns have ended since a connection was taken. */
  #turns = 0;
  /** When somebody first waited for too long; null once nobody waited. */
  #since: number | null = null;

  /** `compressing` counts the answers that wait for their compression. */
  constructor(handle: Handle<Request>, compressing: () => number, bounds: Partial<Bounds> = {}) {
    this.#handle = handle;
    this.#compressing = compressing;
    this.#bounds = { slice, shortSlice, longest, patience, few, mostWaiting, mostCompressing, ...bounds };
  }

  /** How many wait. */
  get length(): number {
    return this.#requests.length - this.#first;
  }

  /** To be told of each new connection. */
  connected(): void {
    this.#turns = 0;
  }

  /** Handles a request now or later. */
  take(request: Request): void {
    const now = request.began;
    if (this.#began === null) {
      this.#began = now;
      setImmediate(this.#end);
    }
    if (this.length === 0 && now - this.#began < this.#time) this.#handle(request, this.#isTooMuch(0, now));
    else if (this.length < this.#bounds.mostWaiting) this.#requests.push(request);
    else this.#handle(request, true);
  }

  /** How long requests may be handled in this turn. Whether more connections wait shows one turn later. */
  get #time(): number {
    return this.#turns < 2 ? this.#bounds.shortSlice : this.#bounds.slice;
  }

  #isTooMuch(waited: number, now: number): boolean {
    const isLate = waited > this.#bounds.longest && this.length >= this.#bounds.few;
    if (!isLate && !this.#isCompressingTooMany()) return false;
    this.#since ??= now;
    return now - this.#since >= this.#bounds.patience;
  }

  #isCompressingTooMany = (): boolean => this.#compressing() > this.#bounds.mostCompressing;

  /** Handles what waits, at least one, until the time is over. */
  readonly #end = (): void => {
    const began = performance.now();
    for (let now = began; this.length > 0; now = performance.now()) {
      if (now - began > this.#time) break;
      const request = this.#next();
      this.#handle(request, this.#isTooMuch(now - request.began, now));
    }
    this.#turns += 1;
    this.#began = this.length > 0 ? began : null;
    if (this.#began !== null) setImmediate(this.#end);
    else if (!this.#isCompressingTooMany()) this.#since = null;
  };

  #next(): Request {
    const request = this.#requests[this.#first] as Request; // only asked for while there is one
    this.#first += 1;
    if (this.#first === this.#requests.length || this.#first === 1_000) {
      this.#requests = this.#requests.slice(this.#first);
      this.#first = 0;
    }
    return request;
  }
}
