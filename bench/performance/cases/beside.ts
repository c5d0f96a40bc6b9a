// Cases of light requests while heavy ones are under way: how much longer the slowest of a hundred takes.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { statementFacets } from '../../../src/statements/facets.ts';
import { program } from '../database.ts';
import { knownWords } from '../dataset/vocabulary.ts';
import type { Load } from '../load/load.ts';
import { medianLoad } from '../measure/figures.ts';
import { untilIdle } from '../measure/idle.ts';
import { pinned } from '../measure/processes.ts';
import type { BesideRow } from '../results.ts';
import { question } from './question.ts';
import type { World } from './world.ts';

const most = 3;

export const lightCases = {
  'cached-beside': {
    title: 'A question asked before',
    paths: ({ pools }: World) => [`/statements?speaker=${pools.busiest}`],
  },
  'item-beside': {
    title: 'Item by id',
    paths: ({ pools }: World) => pools.samples.map(({ id }) => `/statements/${id}`),
  },
} as const;

/** Alone and beside heavy work in turn, one light request at a time. */
export async function runBesideCase(world: World, id: keyof typeof lightCases): Promise<BesideRow> {
  const { origin, pid } = await world.ours();
  const { title, paths } = lightCases[id];
  const plan = { origin, paths: paths(world), connections: 1, seconds: world.settings.seconds };
  const [idle, busy]: [Load[], Load[]] = [[], []];
  let heavy = 0;
  for (let round = 0; round < world.settings.rounds; round += 1) {
    idle.push(await world.load(plan));
    const work = startHeavy(world, origin, round);
    busy.push(await world.load(plan));
    heavy += await work.end();
    await untilIdle(pid);
  }
  const [alone, beside] = [medianLoad(idle), medianLoad(busy)];
  const times = beside.p99 / alone.p99;
  return {
    ...{ kind: 'beside', id, title, idle: alone, busy: beside, heavy, notes: [] },
    targets: [
      {
        text: `p99 within ${most} times its idle value`,
        reached: `${times.toFixed(1)} times`,
        met: times <= most,
      },
    ],
  };
}

/** A process that asks for heavy answers, with the least claim on the core that it shares with the light load. */
function startHeavy(world: World, origin: string, round: number): { end: () => Promise<number> } {
  const file = path.join(world.settings.folder, 'heavy.paths');
  writeFileSync(file, heavyPaths(world, round).join('\n'));
  const script = program('bench/performance/load/heavy.js');
  const [command, args] = pinned(1, process.execPath, [script, origin, file, '/statements?format=ndjson']);
  const child = spawn('nice', ['-n', '19', command, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  return {
    end: async () => {
      child.kill('SIGTERM');
      await ended;
      return output === '' ? 0 : (JSON.parse(output) as { answered: number }).answered;
    },
  };
}

/** Broad searches and all facets, different ones in every round. */
function heavyPaths({ pools }: World, round: number): string[] {
  const facets = statementFacets.map(({ name }) => name).join(',');
  const { broad } = knownWords;
  return pools.samples
    .slice(round * 1000, round * 1000 + 1000)
    .flatMap(({ speaker, topic }, at) => [
      question({ q: `${broad.word} -${wordAt(pools.words, at, round)}`, limit: (at % 50) + 50 }).path,
      question({ topic, facets, limit: (at % 50) + 31 }).path,
      question({ speaker: `!${speaker}`, facets, limit: (at % 50) + 31 }).path,
    ]);
}

/** Another word each time that the same page size comes round. */
const wordAt = (words: readonly string[], at: number, round: number): string =>
  words[(at + Math.floor(at / 50) + round * 20) % words.length] ?? '';
