// The thread that checks a file: it steps back behind those that answer, and fails where the file is damaged.
import { constants, setPriority } from 'node:os';
import { workerData } from 'node:worker_threads';
import { openForReading } from './open.ts';

export interface CheckData {
  file: string;
}

setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);
const { file } = workerData as CheckData;
openForReading(file).close();
