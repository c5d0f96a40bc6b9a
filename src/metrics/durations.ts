// Counts answers and how long they took, by route, method and class of status: plain numbers, for every answer passes here.

/** Upper bounds of the buckets, in seconds: from an answer that was kept to a download of everything. */
export const bounds = [
  0.0005,
  0.001,
  0.0025,
  0.005,
  0.01,
  0.025,
  0.05,
  0.1,
  0.25,
  0.5,
  1,
  2.5,
  10,
  Number.POSITIVE_INFINITY,
] as const;

/** What tells one series from another. There are as many as there are routes, and a few times that. */
export interface Labels extends Record<string, string> {
  /** Pattern of the route, with `:id` where an id stands; `none` where no route takes the request, `turned-away` where none was looked for. */
  route: string;
  /** A method that reads, or `other`. */
  method: string;
  /** `2xx` to `5xx`. */
  status: string;
}

/** The answers with the same labels. */
export class Series {
  readonly labels: Labels;
  /** One for each bound, of what lies between it and the bound before. */
  readonly counts: number[] = bounds.map(() => 0);
  /** Of all durations, in seconds. */
  sum = 0;

  constructor(labels: Labels) {
    this.labels = labels;
  }

  /** Counts an answer that took so many seconds. */
  observe(seconds: number): void {
    let at = 0;
    while (seconds > (bounds[at] as number)) at++;
    this.counts[at] = (this.counts[at] as number) + 1;
    this.sum += seconds;
  }
}

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** All answers of an application. */
export class Durations {
  readonly #series = new Map<string, Series>();

  /** The series of a route (undefined where nothing is served), a method and a status; whoever answers often keeps it. */
  of(route = 'none', method: string, statusCode: number): Series {
    const counted = reading.has(method) ? method : 'other';
    const status = `${Math.floor(statusCode / 100)}xx`;
    const key = `${route} ${counted} ${status}`;
    const known = this.#series.get(key);
    if (known) return known;
    const fresh = new Series({ route, method: counted, status });
    this.#series.set(key, fresh);
    return fresh;
  }

  all(): Series[] {
    return [...this.#series.values()];
  }
}
