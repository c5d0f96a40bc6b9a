// Lets the server work for long, with all kinds of requests and new data every so often, and looks whether anything grows.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Random } from '../bench/performance/dataset/random.ts';
import { writeData } from '../bench/performance/dataset/write.ts';
import { median } from '../bench/performance/measure/figures.ts';
import { memoryOf } from '../bench/performance/measure/memory.ts';
import { fetchJson } from './generated/vocabulary.ts';
import { offer } from './load/loops.ts';
import { failureTexts, latencyText, type Results } from './load/results.ts';
import { learnTraffic, mixed } from './load/traffic.ts';
import { startIngest } from './processes.ts';
import { generatedDatabase, type Serving, whileServing } from './serving.ts';
import type { Outcome, Scale, Trial } from './trial.ts';

export const soak: Trial = {
  id: 'soak',
  part: 'Under load and in operation',
  promise:
    'Memory, open files and latencies stay as they are, however long the server works and however often the data changes.',
  async run(scale, folder, say) {
    const plan = plans[scale];
    const database = await generatedDatabase(folder, plan.statements);
    const versions = [0, 1].map((version) => {
      const file = path.join(folder, `version-${version}.ndjson`);
      writeData(file, plan.statements + version * 50);
      return file;
    });
    return whileServing(folder, { database, environment: { THREADS: '1' } }, async (serving) => {
      const watch = new Watch(serving);
      await wait(1_000);
      const files = openFiles(serving.pid);
      const ingests = ingestAgain(database, versions, plan, watch);
      const next = await learnTraffic((url) => fetchJson(serving.origin + url), new Random(2), mixed);
      const offered: Promise<Results>[] = [];
      for (let at = 0; at < plan.windows; at += 1) {
        // A window that is over may still wait for answers; the next does not wait for it.
        offered.push(offer(serving.port, plan.rate, plan.seconds / plan.windows, next));
        await wait((plan.seconds / plan.windows) * 1_000);
        const memory = watch.look();
        offered.at(-1)?.then(
          (results) =>
            say(`${latencyText(results.latencies())}, ${memory} MiB, ${results.failedCount} failed`),
          () => undefined, // told where all are awaited
        );
      }
      const windows = await Promise.all(offered);
      watch.isOver = true;
      const loads = await ingests;
      await wait(1_500); // connections are closed by then
      const seen = { windows, memory: watch.memory, loads, files: [files, openFiles(serving.pid)] as const };
      return { figures: figuresOf(seen, plan, scale), broken: brokenBy(seen, scale, serving.log().trim()) };
    });
  },
};

interface Plan {
  statements: number;
  seconds: number;
  windows: number;
  /** Requests a second: a fraction of what it can do, also while an ingest takes its part of the machine. */
  rate: number;
  /** Seconds between two ingests. */
  pause: number;
}

const plans: Record<Scale, Plan> = {
  short: { statements: 1_000, seconds: 6, windows: 3, rate: 40, pause: 2 },
  full: { statements: 20_000, seconds: 600, windows: 40, rate: 100, pause: 30 },
};

/** Looks at a process from time to time. */
class Watch {
  readonly memory: number[] = [];
  readonly #serving: Serving;
  isOver = false;

  constructor(serving: Serving) {
    this.#serving = serving;
  }

  /** Whole MiB. */
  look(): string {
    const { resident } = memoryOf(this.#serving.pid);
    this.memory.push(resident);
    return resident.toFixed(0);
  }
}

/** Loads one version after the other until it is over; gives how often. */
async function ingestAgain(
  database: string,
  versions: readonly string[],
  { pause }: Plan,
  watch: Watch,
): Promise<number> {
  let loads = 0;
  while (!watch.isOver) {
    const { status, stderr } = await startIngest(database, ['--prune', String(versions[loads % 2])]).ended;
    if (status !== 0) throw new Error(`the ingest ended with ${status}: ${stderr}`);
    loads += 1;
    for (let waited = 0; waited < pause && !watch.isOver; waited += 0.5) await wait(500);
  }
  return loads;
}

const openFiles = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length;

interface Seen {
  windows: readonly Results[];
  /** MiB at the end of each window. */
  memory: readonly number[];
  loads: number;
  /** Before and after, without connections. */
  files: readonly [number, number];
}

/** What is measured in the first part belongs to the warming up. */
const warm = 0.3;

/** The median of the slopes between every two points (Theil, 1950; Sen, 1968), in units of a value for each step. */
function slopeOf(values: readonly number[]): number {
  const slopes = values.flatMap((late, at) =>
    values.slice(0, at).map((early, from) => (late - early) / (at - from)),
  );
  return slopes.length === 0 ? 0 : median(slopes);
}

const settled = <T>(values: readonly T[]): T[] => values.slice(Math.floor(values.length * warm));

/** By how much memory grows over the settled part, MiB. */
const growthOf = ({ memory }: Seen): number => slopeOf(settled(memory)) * settled(memory).length;

/** The median of p50 (or p99) in the first and the last third of the settled windows, ms. */
function thirds({ windows }: Seen, figure: 'p50' | 'p99'): [number, number] {
  const values = settled(windows).map((each) => each.latencies()[figure]);
  const third = Math.max(1, Math.floor(values.length / 3));
  return [median(values.slice(0, third)), median(values.slice(-third))];
}

/** What counts as flat. Of a hundred answers the slowest depends on whatever else the machine does at that moment. */
const most = { growth: 32, ratio: { p50: 1.5, p99: 5 }, files: 5 };

function figuresOf(seen: Seen, plan: Plan, scale: Scale): Outcome['figures'] {
  const served = seen.windows.reduce((sum, each) => sum + each.served, 0);
  const failed = seen.windows.reduce((sum, each) => sum + each.failedCount, 0);
  const shed = seen.windows.reduce((sum, each) => sum + each.shed, 0);
  const [p50, p99] = [thirds(seen, 'p50'), thirds(seen, 'p99')];
  const between = ([early, late]: [number, number]): string =>
    `${early.toFixed(1)} ms at first, ${late.toFixed(1)} ms at last`;
  return [
    {
      name: 'served',
      value: `${served} requests in ${plan.seconds} s, with ${seen.loads} ingests; ${shed} turned away, ${failed} failed`,
    },
    {
      name: 'memory',
      value: `${settled(seen.memory)[0]?.toFixed(0)} MiB resident after warming up, ${seen.memory.at(-1)?.toFixed(0)} MiB at last; slope ${growthOf(seen).toFixed(1)} MiB over that time (bound: ${most.growth})`,
    },
    { name: 'p50', value: between(p50) },
    { name: 'p99', value: between(p99) },
    { name: 'open files', value: `${seen.files[0]} before, ${seen.files[1]} afterwards` },
    ...(scale === 'short'
      ? [{ name: 'not judged', value: 'memory, p50 and p99: too short for slopes' }]
      : []),
  ];
}

function brokenBy(seen: Seen, scale: Scale, logged: string): string[] {
  const broken = seen.windows.flatMap(failureTexts);
  if (/"level":[56]0/.test(logged)) broken.push(`the server logged: ${logged.slice(0, 500)}`);
  if (seen.files[1] > seen.files[0] + most.files)
    broken.push(`open files grew from ${seen.files.join(' to ')}`);
  if (scale === 'short') return broken; // too short for slopes
  if (growthOf(seen) > most.growth) broken.push(`memory grew by ${growthOf(seen).toFixed(0)} MiB`);
  for (const figure of ['p50', 'p99'] as const) {
    const [early, late] = thirds(seen, figure);
    if (late > early * most.ratio[figure])
      broken.push(`${figure} rose from ${early.toFixed(1)} to ${late.toFixed(1)} ms`);
  }
  return broken;
}
