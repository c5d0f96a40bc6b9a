// Starts and stops the server again and again on one port, and looks at what it leaves: nothing.
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { freePort } from '../bench/performance/measure/processes.ts';
import { latenciesOf } from './load/results.ts';
import { seedDatabase, startServing } from './serving.ts';
import type { Scale, Trial } from './trial.ts';

export const startedAndStopped: Trial = {
  id: 'started-and-stopped',
  part: 'Under load and in operation',
  promise:
    'The server ends by itself when it is told to, leaves no file and no lock behind, and its port is free at once.',
  async run(scale, folder) {
    const seen: Seen = { starts: [], stops: [], broken: [] };
    await Promise.all(
      ['one', 'two'].map((name) => startAndStop(path.join(folder, name), times[scale], seen)),
    );
    const [start, stop] = [latenciesOf(seen.starts), latenciesOf(seen.stops)];
    return {
      figures: [
        { name: 'started and stopped', value: `${times[scale]} times on each of two ports` },
        { name: 'ready after', value: `${start.p50.toFixed(0)} ms (median)` },
        { name: 'over after', value: `${stop.p50.toFixed(0)} ms (median), ${stop.p99.toFixed(0)} ms (p99)` },
      ],
      broken: seen.broken,
    };
  },
};

/** What was seen of all starts and stops: how long each took, in milliseconds, and what should not be. */
interface Seen {
  starts: number[];
  stops: number[];
  broken: string[];
}

async function startAndStop(folder: string, times: number, { starts, stops, broken }: Seen): Promise<void> {
  const temporary = path.join(folder, 'temporary'); // there downloads are made
  mkdirSync(temporary, { recursive: true });
  const database = await seedDatabase(folder);
  const port = await freePort(); // the same each time: one that is not free again stops the next start
  for (let at = 0; at < times; at += 1) {
    const begun = performance.now();
    const environment = { THREADS: '1', WORKERS: at % 10 === 9 ? '2' : '1', TMPDIR: temporary };
    const serving = await startServing(folder, { database, environment, port });
    starts.push(performance.now() - begun);
    const urls = ['/statements?q=talks', '/dataset.ndjson', '/people/putin'].slice(0, at % 4);
    for (const url of urls) await (await fetch(serving.origin + url)).arrayBuffer();
    const told = performance.now();
    const status = await serving.stop();
    stops.push(performance.now() - told);
    if (status !== 0) broken.push(`start ${at + 1}: it ended with ${status}: ${serving.log().slice(-500)}`);
    const left = [...leftovers(folder, port), ...readdirSync(temporary)];
    if (left.length > 0) broken.push(`start ${at + 1}: it left ${left.join(', ')}`);
    if (!isFree(database)) broken.push(`start ${at + 1}: the database is locked`);
  }
}

const times: Record<Scale, number> = { short: 2, full: 50 };

/** What lies in the folder beside the database, the log and the folder of temporary files. */
const leftovers = (folder: string, port: number): string[] =>
  readdirSync(folder).filter((name) => !['seeds.sqlite', `server-${port}.log`, 'temporary'].includes(name));

/** Whether another one can have the database for itself. */
function isFree(file: string): boolean {
  const database = new Sqlite(file, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE; ROLLBACK');
    return true;
  } catch {
    return false;
  } finally {
    database.close();
  }
}
