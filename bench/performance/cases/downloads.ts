// Cases of everything as one answer, against reading the same rows from SQLite and throwing them away.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { program } from '../database.ts';
import { median } from '../measure/figures.ts';
import { memoryOf, peakDuring } from '../measure/memory.ts';
import { runProgram } from '../measure/processes.ts';
import type { DownloadRow } from '../results.ts';
import { atLeast } from './targets.ts';
import type { World } from './world.ts';

export const wholeFormats = { csv: 'CSV', ndjson: 'NDJSON' } as const;

/** No further round begins after so many seconds: of five million statements one takes minutes. */
const patience = 180;

/** More growth than this while all is sent is not flat, MiB. */
const flat = 64;

export async function runDownloadCase(world: World, format: keyof typeof wholeFormats): Promise<DownloadRow> {
  const { origin, pid } = await world.ours();
  const url = `${origin}/statements?format=${format}`;
  const [seconds, reading, growths]: number[][] = [[], [], []];
  let bytes = 0;
  const end = performance.now() + patience * 1000;
  for (let round = 0; round < Math.min(3, world.settings.rounds); round += 1) {
    if (round > 0 && performance.now() > end) break;
    const before = memoryOf(pid).anonymous;
    const { value, peak } = await peakDuring(pid, () => download(world, url));
    bytes = value.bytes;
    seconds?.push(value.seconds);
    growths?.push(peak - before);
    reading?.push((await readRows(world)).seconds);
  }
  const [took, read] = [median(seconds ?? []), median(reading ?? [])];
  const growth = Math.max(...(growths ?? []));
  return {
    ...{ kind: 'download', id: format, title: `All statements as ${wholeFormats[format]}`, notes: [] },
    ...{ seconds: took, bytes, reading: read, growth },
    targets: [
      atLeast(0.5, read / took, (ratio) => `${ratio.toFixed(2)} of reading`),
      { text: 'memory flat', reached: `${Math.round(growth)} MiB more`, met: growth < flat },
    ],
  };
}

/** What a process that reads bytes says of it. */
interface Read {
  seconds: number;
  bytes: number;
}

/** Reads the answer on the core that the server has not. */
const download = (world: World, url: string): Promise<Read> =>
  readApart(world, ['bench/performance/load/download.js', url], 1);

/** Reads all bodies on the core that the server has. */
const readRows = (world: World): Promise<Read> =>
  readApart(world, ['bench/performance/references/reading.js', world.database.file], 0);

async function readApart({ settings }: World, [script, what]: [string, string], core: number): Promise<Read> {
  const log = path.join(settings.folder, 'reading.log');
  await runProgram({ args: [program(script), what], core, log });
  return JSON.parse(readFileSync(log, 'utf8')) as Read;
}
