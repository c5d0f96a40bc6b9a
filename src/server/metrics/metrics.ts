// The metrics of a server, as Prometheus reads them: how long requests take, and the state of the data, the cache and the threads.
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { ResponseCache } from '../../http/response/response-cache.ts';
import type { Store } from '../../store/store.ts';
import type { HeavyWork } from '../threads/forward.ts';
import { cacheMetrics, datasetMetrics, type Metric, processMetrics, threadMetrics } from './table.ts';

/** The parts of an application that have metrics. */
export interface Measured {
  cache: ResponseCache;
  store: Store;
  heavy: HeavyWork;
}

export interface Metrics {
  /** All metrics in the text format of Prometheus. */
  text(): Promise<string>;
  /** Counts one response; `route` is undefined where no route matched. */
  observeRequest(route: string | undefined, method: string, status: number, seconds: number): void;
  /** Counts a request whose head could not be parsed. */
  countUnreadable(): void;
  /** Adds the metrics of an application. */
  measure(measured: Measured): void;
}

/** Upper bounds of the buckets in seconds: from a cached response to a download of everything. */
const buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** Starts to collect. The metrics that every Node process has are there, too. */
export function collectMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    registers: [registry],
    name: 'http_request_duration_seconds',
    help: 'Duration of requests by pattern of the route, method and status.',
    labelNames: ['route', 'method', 'status'],
    buckets,
  });
  const unreadable = new Counter({
    registers: [registry],
    name: 'summit_record_unreadable_requests_total',
    help: 'Requests whose head could not be parsed; no other metric counts them.',
  });
  const add = (metrics: readonly Metric[]): void => {
    for (const metric of metrics) register(registry, metric);
  };
  add(processMetrics);
  return {
    text: () => registry.metrics(),
    observeRequest: (route = 'none', method, status, seconds) =>
      durations.observe({ route, method, status }, seconds),
    countUnreadable: () => unreadable.inc(),
    measure({ cache, store, heavy }) {
      add([...cacheMetrics(cache), ...threadMetrics(heavy), ...datasetMetrics(store)]);
    },
  };
}

function register(registry: Registry, { name, help, type: Type, label, read }: Metric): void {
  new Type({
    registers: [registry],
    name,
    help,
    labelNames: label === undefined ? [] : [label],
    collect() {
      this.reset();
      const value = read();
      if (typeof value === 'number') this.inc(value);
      else if (value !== null)
        for (const [each, count] of Object.entries(value)) this.inc({ [String(label)]: each }, count);
      else if (label === undefined) this.remove(); // a reset leaves 0 where there is no label
    },
  });
}
