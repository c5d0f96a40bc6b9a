// Reads from Linux how much memory a process and its children hold, in MiB.
import { readdirSync, readFileSync } from 'node:fs';

/** Memory in MiB. */
export interface Memory {
  /** What the process holds itself: heap, buffers, caches. */
  anonymous: number;
  /** All that is resident, pages of the database's file included. */
  resident: number;
  /** The most that was ever resident. */
  peak: number;
}

const none: Memory = { anonymous: 0, resident: 0, peak: 0 };

/** The memory of the process and all its children together; nothing where the process is gone or this is no Linux. */
export function memoryOf(pid: number): Memory {
  return familyOf(pid)
    .map(memoryOfOne)
    .reduce(
      (sum, one) => ({
        anonymous: sum.anonymous + one.anonymous,
        resident: sum.resident + one.resident,
        peak: sum.peak + one.peak,
      }),
      none,
    );
}

function memoryOfOne(pid: number): Memory {
  const status = read(`/proc/${pid}/status`);
  const field = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024;
  return { anonymous: field('RssAnon'), resident: field('VmRSS'), peak: field('VmHWM') };
}

function familyOf(pid: number): number[] {
  const children = tasksOf(pid).flatMap((task) =>
    read(`/proc/${pid}/task/${task}/children`).split(' ').filter(Boolean).map(Number),
  );
  return [pid, ...children.flatMap(familyOf)];
}

function tasksOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return []; // it has ended
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Follows a process while work is done, and gives the most anonymous memory that it was seen with. */
export async function peakDuring<T>(
  pid: number,
  work: () => Promise<T>,
): Promise<{ value: T; peak: number }> {
  let peak = memoryOf(pid).anonymous;
  const poll = setInterval(() => {
    peak = Math.max(peak, memoryOf(pid).anonymous);
  }, 50);
  try {
    return { value: await work(), peak };
  } finally {
    clearInterval(poll);
  }
}
