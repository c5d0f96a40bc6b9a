// Waits until a server has nothing left to do: what was asked before the load ended may still be worked on.
import { setTimeout as sleep } from 'node:timers/promises';
import { ticksOf } from './processor.ts';

/** So long is looked at in one go, and so long is waited at most, milliseconds. */
const look = 100;
const most = 120_000;

/** An idle process uses one tick in a look at most. */
const idleTicks = 1;

/** Returns once the process hardly uses its core; at once where this is no Linux. */
export async function untilIdle(pid: number): Promise<void> {
  let before = ticksOf(pid);
  for (let waited = 0; waited < most; waited += look) {
    await sleep(look);
    const now = ticksOf(pid);
    if (now - before <= idleTicks) return;
    before = now;
  }
}
