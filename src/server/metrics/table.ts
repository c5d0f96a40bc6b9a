// The metrics whose values are kept elsewhere, a row each: of the response cache, the threads, the data and the process.
import { performance } from 'node:perf_hooks';
import { Counter, Gauge } from 'prom-client';
import type { ResponseCache } from '../../http/response/response-cache.ts';
import { release } from '../../project.ts';
import type { Dataset, Store } from '../../store/store.ts';
import type { HeavyWork } from '../threads/forward.ts';

/** A metric whose value is kept elsewhere and read when the metrics are asked for. */
export interface Metric {
  name: string;
  help: string;
  type: typeof Counter | typeof Gauge;
  /** Name of the label, where `read` gives a value for each of several of its values. */
  label?: string;
  /** Nothing is reported where there is no value. */
  read(): number | null | Record<string, number>;
}

export const cacheMetrics = (cache: ResponseCache): Metric[] => [
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

export const threadMetrics = (heavy: HeavyWork): Metric[] => [
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
export function datasetMetrics(store: Store): Metric[] {
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

export const processMetrics: readonly Metric[] = [
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
