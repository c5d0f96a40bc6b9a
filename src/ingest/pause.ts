// The breaks in long work: they tell how far it has come, let signals in, and stop it when that was asked for.
import { setImmediate } from 'node:timers/promises';
import type { Progress } from '../commands/progress.ts';

/** Who listens to the work, and who may stop it. */
interface Listening {
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/** Called every so often between two records, with the number of them, and of units of work, done since the last call. */
export type Pause = (records: number, units?: number) => Promise<void>;

/** How often there is a pause: short enough for a signal, long enough not to be noticed. */
export const recordsBetweenPauses = 500;

/**
 * Makes the function that is called between records: it reports progress, lets signals in, and stops when asked to.
 * Progress is measured by the units of work in all; a unit is a record where nothing else is said.
 */
export function pauser(phase: string, { onProgress, signal }: Listening, units: number): Pause {
  let records = 0;
  let done = 0;
  return async (more, work = more) => {
    records += more;
    done += work;
    onProgress?.({ phase, records, share: Math.min(done / Math.max(units, 1), 1) });
    await setImmediate();
    signal?.throwIfAborted();
  };
}
