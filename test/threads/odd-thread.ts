// A thread that does what it is told, the wrong things too.
import { workerData } from 'node:worker_threads';

export default function obey(order: string): string {
  if (order === 'fail') throw new Error('as it was told');
  if (order === 'end') process.exit(7);
  return `${order} done`;
}

if (workerData === undefined) throw new Error('begins with nothing');
