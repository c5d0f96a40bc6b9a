// The metrics of a server, as Prometheus reads them: how long requests take, and the state of the data, the cache and the threads.
import { performance } from 'node:perf_hooks';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { ResponseCache } from '../../http/response/response-cache.ts';
import { release } from '../../project.ts';
import type { Dataset, Store } from '../../store/store.ts';
import type { HeavyWork } from '../threads/forward.ts';

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

/** A metric whose value is kept elsewhere and read when the metrics are asked for. */
interface Metric {
  name: string;
  help: string;
  type: typeof Counter | typeof Gauge;
  /** Name of the label, where `read` gives a value for each of several of its values. */
  label?: string;
  /** Nothing is reported where there is no value. */
  read(): number | null | Record<string, number>;
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

const cacheMetrics = (cache: ResponseCache): Metric[] => [
  {
    name: 'summit_record_cache_hits_total',
    help: 'Responses that were found in the response cache.',
    type: Counter,
    read: () => cache.hits,
  },
  {
    name: 'summit_record_cache_misses_total',
    help: 'Responses that were made from the data.',
    type: Counter,
    read: () => cache.misses,
  },
  {
    name: 'summit_record_cache_entries',
    help: 'Responses in the response cache.',
    type: Gauge,
    read: () => cache.size,
  },
  {
    name: 'summit_record_cache_bytes',
    help: 'Memory that the response cache takes.',
    type: Gauge,
    read: () => cache.bytes,
  },
];

const threadMetrics = (heavy: HeavyWork): Metric[] => [
  {
    name: 'summit_record_threads',
    help: 'Worker threads that are ready for heavy requests.',
    type: Gauge,
    read: () => heavy.load().threads,
  },
  {
    name: 'summit_record_heavy_requests',
    help: 'Heavy requests that worker threads run, or that wait for them.',
    type: Gauge,
    label: 'state',
    read() {
      const { running, waiting } = heavy.load();
      return { running, waiting };
    },
  },
  {
    name: 'summit_record_heavy_requests_limit',
    help: 'Heavy requests that may run or wait before others are rejected.',
    type: Gauge,
    read: () => heavy.load().limit,
  },
  {
    name: 'summit_record_heavy_requests_shed_total',
    help: 'Heavy requests that were rejected with 503 because too many ran or waited.',
    type: Counter,
    read: () => heavy.shed,
  },
];

/** Each looks for a new state of the data first: a server without requests reports the newest, too. */
function datasetMetrics(store: Store): Metric[] {
  const dataset = (): Dataset | null => {
    store.generation();
    return store.dataset();
  };
  return [
    {
      name: 'summit_record_dataset_info',
      help: 'The version of the dataset that is served.',
      type: Gauge,
      label: 'version',
      read() {
        const served = dataset();
        return served && { [served.version]: 1 };
      },
    },
    {
      name: 'summit_record_dataset_loaded_timestamp_seconds',
      help: 'When an ingest loaded the content of the dataset, in seconds since 1970.',
      type: Gauge,
      read() {
        const served = dataset();
        return served && Date.parse(served.ingestedAt) / 1_000;
      },
    },
    {
      name: 'summit_record_database_trouble',
      help: '1 where something is wrong with the database file; the server is not ready then.',
      type: Gauge,
      read: () => Number(store.trouble() !== null),
    },
  ];
}

const processMetrics: readonly Metric[] = [
  {
    name: 'summit_record_release_info',
    help: 'The release that runs.',
    type: Gauge,
    label: 'release',
    read: () => ({ [release]: 1 }),
  },
  {
    name: 'nodejs_eventloop_seconds_total',
    help: 'Time in which the event loop of the main thread was active and idle.',
    type: Counter,
    label: 'state',
    read() {
      const { active, idle } = performance.eventLoopUtilization();
      return { active: active / 1_000, idle: idle / 1_000 };
    },
  },
];
