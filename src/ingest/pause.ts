// The breaks in long work: they tell how far it has come, let signals in, and stop it when that was asked for.
import { setImmediate } from 'node:timers/promises';

export interface Progress {
  phase: 'read' | 'write' | 'derive';
  /** Records done so far in this phase. */
  records: number;
}

/** Who listens to the work, and who may stop it. */
interface Listening {
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/** Called every so often between two records, with the number of them done since the last call. */
export type Pause = (records: number) => Promise<void>;

/** Makes the function that is called between records: it reports progress, lets signals in, and stops when asked to. */
export function pauser(phase: Progress['phase'], { onProgress, signal }: Listening): Pause {
  let records = 0;
  return async (more) => {
    records += more;
    onProgress?.({ phase, records });
    await setImmediate();
    signal?.throwIfAborted();
  };
}
