// The case of the start: how soon it answers, and how much memory it holds, fresh and after all loads.
import { median } from '../measure/figures.ts';
import { type Memory, memoryOf } from '../measure/memory.ts';
import type { StartRow } from '../results.ts';
import { startOurs, type World } from './world.ts';

const soon = 500;
const most = 200;

/** Starts the server several times while no other runs. */
export async function runStartCase(world: Pick<World, 'settings' | 'database'>): Promise<StartRow> {
  const times: number[] = [];
  let started: Memory = { anonymous: 0, resident: 0, peak: 0 };
  for (let round = 0; round < world.settings.rounds; round += 1) {
    const running = await startOurs(world);
    times.push(running.startedIn);
    started = memoryOf(running.pid);
    await running.stop();
  }
  const milliseconds = median(times);
  const target = { text: `first answer within ${soon} ms`, reached: `${Math.round(milliseconds)} ms` };
  return {
    ...{ kind: 'start', id: 'start', title: 'Start', milliseconds, started, loaded: null, notes: [] },
    targets: [{ ...target, met: milliseconds <= soon }],
  };
}

/** The same row with the memory of a server that has answered everything else. */
export function withLoadedMemory(row: StartRow, loaded: Memory): StartRow {
  const target = {
    text: `resident memory under ${most} MiB after load`,
    reached: `${Math.round(loaded.resident)} MiB`,
    met: loaded.resident < most,
  };
  return { ...row, loaded, targets: [...row.targets, target] };
}
