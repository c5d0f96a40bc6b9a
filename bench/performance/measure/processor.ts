// Tells how much processor time a process has used, and how much of the machine's went to others.
import { readFileSync } from 'node:fs';

/** Processor time of all threads of the process, user and system, in hundredths of a second; 0 where it cannot be told. */
export function ticksOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return 0;
  }
}

/** Hundredths of a second of all cores since the machine started: all of them, and those that its host gave to others. */
export interface MachineTicks {
  all: number;
  stolen: number;
}

/** The machine's time so far; nothing where it cannot be told. */
export function machineTicks(): MachineTicks {
  try {
    const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n', 1);
    const ticks = line.split(/ +/).slice(1, 9).map(Number); // what comes after is in these already (proc_stat(5))
    return { all: ticks.reduce((sum, each) => sum + each, 0), stolen: ticks[7] ?? 0 };
  } catch {
    return { all: 0, stolen: 0 };
  }
}
