// The cases in the order of the page, each by its id.
import type { Row } from '../results.ts';
import { lightCases, runBesideCase } from './beside.ts';
import { runDeepCase } from './deep.ts';
import { runDownloadCase, wholeFormats } from './downloads.ts';
import { listCases } from './lists.ts';
import { runLoadCase } from './loads.ts';
import { searchCases } from './searches.ts';
import { hasWorkers, runWorkersCase } from './workers.ts';
import type { World } from './world.ts';

/** Something to measure with the servers running. */
export interface Case {
  id: string;
  run: (world: World) => Promise<Row>;
}

const keysOf = <K extends string>(record: Record<K, unknown>): K[] => Object.keys(record) as K[];

export const cases: readonly Case[] = [
  ...listCases.map((each) => ({ id: each.id, run: (world: World) => runLoadCase(world, each) })),
  { id: 'deep', run: runDeepCase },
  ...searchCases.map((each) => ({ id: each.id, run: (world: World) => runLoadCase(world, each) })),
  ...keysOf(wholeFormats).map((id) => ({ id, run: (world: World) => runDownloadCase(world, id) })),
  ...keysOf(lightCases).map((id) => ({ id, run: (world: World) => runBesideCase(world, id) })),
  ...(hasWorkers ? [{ id: 'workers', run: runWorkersCase }] : []),
];

/** Cases that need no running server; they come first. */
export const earlyCases = ['ingest', 'start'] as const;

export const caseIds: readonly string[] = [...earlyCases, ...cases.map(({ id }) => id), 'others'];
