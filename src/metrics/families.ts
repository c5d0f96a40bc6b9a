// The table of what the application tells of itself.
import { performance } from 'node:perf_hooks';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Dataset } from '../database/dataset.ts';
import type { Store } from '../database/store.ts';
import type { Answers } from '../http/answers/answers.ts';
import { release } from '../project.ts';
import type { HeavyWork } from '../workers/forward.ts';
import { type Family, register, type Sample, single } from './family.ts';
import { requestFamily } from './request-family.ts';
import type { Traffic } from './traffic.ts';

/** What is told about. */
export interface Measured {
  traffic: Traffic;
  answers: Answers;
  store: Store;
  heavy: HeavyWork;
}

/** A registry with what is true of any Node process; it watches the event loop from then on. */
export function processRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

/** Adds all that is told about one application. */
export function registerFamilies(registry: Registry, measured: Measured): void {
  const families = [
    requestFamily(measured.traffic.durations),
    ...trafficFamilies(measured),
    ...heavyFamilies(measured),
    ...datasetFamilies(measured),
    ...processFamilies,
  ];
  for (const family of families) register(registry, family);
}

const trafficFamilies = ({ traffic, answers }: Measured): Family[] => [
  {
    name: 'summit_record_unreadable_requests_total',
    help: 'What came in and could not be read as a request; it is in no other count.',
    type: 'counter',
    aggregator: 'sum',
    read: () => single(traffic.unreadable),
  },
  {
    name: 'summit_record_answers_total',
    help: 'Whole answers from the data: kept for the same request, kept for the same question in other words, or made anew.',
    type: 'counter',
    aggregator: 'sum',
    read: () =>
      samples('from', {
        request: answers.found.byRequest,
        question: answers.found.byQuestion,
        data: answers.made,
      }),
  },
  {
    name: 'summit_record_kept_answers',
    help: 'Answers that are kept, by what they are found.',
    type: 'gauge',
    aggregator: 'sum',
    read: () => samples('by', answers.entries),
  },
  {
    name: 'summit_record_kept_answers_bytes',
    help: 'Memory that kept answers take; one that is kept by both counts twice and takes it once.',
    type: 'gauge',
    aggregator: 'sum',
    read: () => samples('by', answers.bytes),
  },
];

const heavyFamilies = ({ heavy }: Measured): Family[] => [
  {
    name: 'summit_record_threads',
    help: 'Threads that answer searches, counts and downloads; none until they are ready.',
    type: 'gauge',
    aggregator: 'sum',
    read: () => single(heavy.load().threads),
  },
  {
    name: 'summit_record_heavy_requests',
    help: 'Searches, counts and downloads that are with the threads now.',
    type: 'gauge',
    aggregator: 'sum',
    read: () => {
      const { held, waiting } = heavy.load();
      return samples('state', { running: held - waiting, waiting });
    },
  },
  {
    name: 'summit_record_heavy_requests_limit',
    help: 'How many may be with the threads before others are turned away.',
    type: 'gauge',
    aggregator: 'sum',
    read: () => single(heavy.load().most),
  },
  {
    name: 'summit_record_heavy_requests_shed_total',
    help: 'Searches, counts and downloads that were turned away with 503, because too many were with the threads.',
    type: 'counter',
    aggregator: 'sum',
    read: () => single(heavy.shed),
  },
];

/**
 * Each look is a look for a new state, so that a server that nobody asks tells the truth, too. What was read when a state
 * was taken up is told also where its file was written to since: then above all somebody needs the metrics.
 */
const datasetFamilies = ({ store }: Measured): Family[] => {
  const told = (tell: (dataset: Dataset) => Sample): Sample[] => {
    store.generation();
    const dataset = store.dataset();
    return dataset ? [tell(dataset)] : [];
  };
  return [
    {
      name: 'summit_record_dataset_info',
      help: 'The version of the dataset that is served. Of several processes each tells its own; they agree but for a moment.',
      type: 'gauge',
      aggregator: 'max',
      read: () => told(({ version }) => ({ labels: { version }, value: 1 })),
    },
    {
      name: 'summit_record_database_trouble',
      help: '1 where anything is wrong with the file of the database; readiness is false then.',
      type: 'gauge',
      aggregator: 'max',
      read: () => single(Number(store.trouble() !== null)),
    },
    {
      name: 'summit_record_dataset_loaded_timestamp_seconds',
      help: 'When the content of the dataset was loaded by an ingest, in seconds since 1970; the oldest of all processes.',
      type: 'gauge',
      aggregator: 'min',
      read: () => told(({ ingestedAt }) => ({ labels: {}, value: Date.parse(ingestedAt) / 1_000 })),
    },
  ];
};

const processFamilies: readonly Family[] = [
  {
    name: 'summit_record_release_info',
    help: 'The release that runs.',
    type: 'gauge',
    aggregator: 'max',
    read: () => [{ labels: { release }, value: 1 }],
  },
  {
    name: 'summit_record_processes',
    help: 'Processes that serve and were heard.',
    type: 'gauge',
    aggregator: 'sum',
    read: () => single(1),
  },
  {
    name: 'nodejs_eventloop_seconds_total',
    help: 'Time that the event loop of the main thread was active, and idle: the share of the first is its utilization.',
    type: 'counter',
    aggregator: 'sum',
    read: () => {
      const { active, idle } = performance.eventLoopUtilization();
      return samples('state', { active: active / 1_000, idle: idle / 1_000 });
    },
  },
];

/** A sample for each value of a label. */
const samples = (label: string, values: Record<string, number>): Sample[] =>
  Object.entries(values).map(([name, value]) => ({ labels: { [label]: name }, value }));
