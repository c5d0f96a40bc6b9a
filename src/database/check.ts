// Checks a large file against its seal in a thread of its own, so that requests go on meanwhile.
import { Worker } from 'node:worker_threads';
import { programOf } from '../project.ts';
import type { CheckData } from './check-thread.ts';

const script = programOf('database/check-thread');

/** What is wrong with the file; null where nothing is. */
export function checkBeside(file: string): Promise<unknown> {
  return new Promise((resolve) => {
    const worker = new Worker(script, { workerData: { file } satisfies CheckData });
    worker.unref();
    worker.on('error', resolve);
    worker.on('exit', () => resolve(null)); // after an error that changes nothing any more
  });
}
