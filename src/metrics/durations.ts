// Counts responses that do not pass through the hooks of the framework.
import type { Metrics } from './metrics.ts';

/** Observes the responses of one route, method and status. */
export interface Series {
  observe(seconds: number): void;
}

export interface Durations {
  of(route: string | undefined, method: string, status: number): Series;
}

/** Without metrics nothing is counted. */
export const durationsOf = (metrics: Metrics | undefined): Durations => ({
  of: (route, method, status) => ({
    observe: (seconds) => metrics?.observeRequest(route, method, status, seconds),
  }),
});
