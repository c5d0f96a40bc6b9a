// What all cases share: the settings, the load generator, the database, and the servers over it.
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Prepared, program } from '../database.ts';
import type { Loader } from '../load/load.ts';
import { answers, type Running, startServer } from '../measure/processes.ts';
import { servingArguments } from '../serving.ts';
import type { Settings } from '../settings.ts';
import type { Pools } from './pools.ts';

/** What a case works with. */
export interface World {
  settings: Settings;
  statements: number;
  database: Prepared;
  load: Loader;
  /** Ids to ask for, drawn from the database. */
  pools: Pools;
  /** The server that all loads go to, started once. */
  ours: () => Promise<Running>;
}

/** A question that answers at once on every one of these servers. */
const light = '/statements?limit=1';

/** Starts the server as `npm run serve` does: with its own settings but for the rate limit, its log in a file. */
export const startOurs = (
  { settings, database }: Pick<World, 'settings' | 'database'>,
  environment: Record<string, string> = {},
  core: number | null = 0,
): Promise<Running> =>
  startServer(
    {
      args: servingArguments,
      environment: { DATABASE: database.file, RATE_LIMIT: '0', ...environment }, // all requests come from one client
      core,
      log: path.join(settings.folder, core === null ? 'workers.log' : 'server.log'),
    },
    light,
  );

/** The same, once it has checked all of its file: until then that takes a part of its core. */
export async function startChecked(world: Pick<World, 'settings' | 'database'>): Promise<Running> {
  const running = await startOurs(world);
  while (!(await answers(`${running.origin}/health/ready`))) await sleep(100);
  return running;
}

export const startPlain = ({ settings, database }: World): Promise<Running> =>
  startServer(
    {
      args: [program('bench/performance/references/plain.js'), database.file, database.text],
      core: 0,
      log: path.join(settings.folder, 'plain.log'),
    },
    '/ready',
  );

/** Starts the bare route that sends the bytes of the file. */
export const startCeiling = (
  { settings }: World,
  file: string,
  mediaType: string,
  status: number,
): Promise<Running> =>
  startServer(
    {
      args: [program('bench/performance/references/ceiling.js'), file, mediaType, String(status)],
      core: 0,
      log: path.join(settings.folder, 'ceiling.log'),
    },
    '/ready',
  );
