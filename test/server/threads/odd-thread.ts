// A worker thread for tests: like the real one, but it dies, waits, or answers from another dataset where `q` says so.
import Piscina from 'piscina';
import { answer } from '../../../src/server/threads/answering.ts';
import type { Outcome, Task, ThreadData } from '../../../src/server/threads/messages.ts';

const ok = { status: 200, headers: { 'content-type': 'text/plain' }, body: Buffer.from('odd') };

export default async function answerOddly(task: Task): Promise<Outcome> {
  const asked = new URL(task.url, 'http://x').searchParams.get('q');
  if (asked === 'die') process.exit(3);
  const response = await answer(task, Piscina.workerData as ThreadData);
  if (asked === 'stale') return response && { ...response, ...ok, dataset: 'another' };
  if (asked !== 'wait') return response;
  await new Promise((resolve) => setTimeout(resolve, 400));
  return response && { ...response, ...ok };
}
