// Waits until a server has nothing left to do: what was asked before the load ended may still be worked on.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** So long is looked at in one go, and so long is waited at most, milliseconds. */
const look = 100;
const most = 120_000;

/** Processor time is counted in hundredths of a second: an idle process uses one in a look at most. */
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

/** Processor time of all threads of the process, user and system; 0 where it cannot be told. */
function ticksOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return 0;
  }
}
