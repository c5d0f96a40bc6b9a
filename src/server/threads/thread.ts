// What a thread runs: it steps back behind the main thread first, and only then loads the application.
import { constants, setPriority } from 'node:os';
import Piscina from 'piscina';
import type { Outcome, Task, ThreadData } from './messages.ts';

/** Where both want the processor, the main thread has it. On Linux this is of the calling thread alone. */
setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);

/** Answers one request. */
export default async function answerTask(task: Task): Promise<Outcome> {
  const { answer } = await import('./answering.ts');
  return answer(task, Piscina.workerData as ThreadData);
}
