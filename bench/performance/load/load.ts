// What a load generator is given and what it gives; which of the two is used.
import { spawnSync } from 'node:child_process';
import { BenchError } from '../error.ts';
import type { Settings } from '../settings.ts';
import { builtInLoad } from './built-in.ts';
import { undisturbed } from './undisturbed.ts';
import { wrkLoad } from './wrk.ts';

/** Requests to send, for so long, over so many connections. */
export interface LoadPlan {
  /** `http://127.0.0.1:3000` */
  origin: string;
  /** Asked in this order, from the start again when all have been asked. */
  paths: readonly string[];
  headers?: Readonly<Record<string, string>>;
  connections: number;
  seconds: number;
}

/** What a load generator saw; latencies in milliseconds. */
export interface Sent {
  /** Answers each second. */
  rate: number;
  p50: number;
  p99: number;
  max: number;
  answers: number;
  /** Answers of status 400 and above, and connections that failed. */
  errors: number;
  /** Whether the paths did not last and some were asked again. */
  repeated: boolean;
}

/** What came of it. */
export interface Load extends Sent {
  /** The share of the machine's time that went to others meanwhile. */
  stolen: number;
}

export type Loader = (plan: LoadPlan) => Promise<Load>;

/** The load generator. Throws a BenchError where wrk is asked for and missing. */
export function loaderOf({ load, folder }: Settings): Loader {
  if (load === 'built-in') return undisturbed(builtInLoad);
  if (spawnSync('wrk', ['--version']).error !== undefined) {
    throw new BenchError(
      'wrk is missing; install it (Debian: apt-get install -y wrk), or use --load built-in',
    );
  }
  return undisturbed(wrkLoad(folder));
}
