// What came of requests: how many were served, turned away and failed, and how long those that were served took.
import type { Answer } from '../wire/answer-reader.ts';
import type { Ask } from './traffic.ts';

/** Milliseconds. */
export interface Latencies {
  p50: number;
  p99: number;
}

/** Counts answers, and keeps how long each took that was served. */
export class Results {
  offered = 0;
  served = 0;
  /** Turned away with 503 or 429 and word of when to come back. */
  shed = 0;
  /** Ways of failing, with how often. */
  readonly failures = new Map<string, number>();
  readonly #milliseconds: number[] = [];

  answered(ask: Ask, { status, headers }: Answer, milliseconds: number): void {
    if (ask.statuses.includes(status)) {
      this.served += 1;
      this.#milliseconds.push(milliseconds);
    } else if ((status === 503 || status === 429) && headers.has('retry-after')) this.shed += 1;
    else this.failed(`${ask.kind}: status ${status}`);
  }

  failed(reason: string): void {
    this.failures.set(reason, (this.failures.get(reason) ?? 0) + 1);
  }

  get failedCount(): number {
    return [...this.failures.values()].reduce((sum, times) => sum + times, 0);
  }

  /** Of what was served. */
  latencies(): Latencies {
    return latenciesOf(this.#milliseconds);
  }
}

/** NaN where there are none. */
export function latenciesOf(milliseconds: readonly number[]): Latencies {
  const sorted = Float64Array.from(milliseconds).sort();
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

/** `0.4 ms, p99 3.1 ms` */
export const latencyText = ({ p50, p99 }: Latencies): string =>
  `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`;

/** `list: status 500 (3 times)`; nothing where nothing failed. */
export const failureTexts = ({ failures }: Results): string[] =>
  [...failures].map(([reason, times]) => `${reason} (${times} times)`);
