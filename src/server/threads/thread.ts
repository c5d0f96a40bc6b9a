// The program of a worker thread. It lowers its priority before it loads the application.
import { constants, setPriority } from 'node:os';
import Piscina from 'piscina';
import type { Outcome, Task, ThreadData } from './messages.ts';

/** The main thread goes first where both want the processor. On Linux this is the priority of the calling thread alone. */
setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);

const { answer } = await import('./answering.ts');

export default (task: Task): Promise<Outcome> => answer(task, Piscina.workerData as ThreadData);
