// Makes answers in a thread, while this one reads what they are made of and writes what was made.
import path from 'node:path';
import { Piscina } from 'piscina';
import type { StatementRows } from '../../statements/rows.ts';
import { DatabaseError } from '../errors.ts';
import type { GlossaryEntries } from '../truth.ts';
import type { MadeBatch } from './maker.ts';

/** So many batches are with the thread, so that it never waits; bounds what is held. */
const ahead = 3;

const threadScript = path.join(import.meta.dirname, `thread${path.extname(import.meta.url)}`);

/** What is made of the batches, in their order. Throws a DatabaseError where the thread cannot go on. */
export async function* madeBeside(
  glossary: GlossaryEntries,
  batches: Iterable<StatementRows>,
  script: string = threadScript,
): AsyncGenerator<MadeBatch> {
  const thread = new Piscina<StatementRows, MadeBatch>({
    filename: script,
    minThreads: 1,
    maxThreads: 1,
    concurrentTasksPerWorker: ahead,
    workerData: glossary,
  });
  try {
    const awaited: Promise<MadeBatch>[] = [];
    for (const rows of batches) {
      const made = thread.run(rows);
      made.catch(() => undefined); // told where it is awaited
      awaited.push(made);
      if (awaited.length === ahead) yield await (awaited.shift() as Promise<MadeBatch>);
    }
    for (const made of awaited) yield await made;
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError(`the thread that makes answers ended: ${error}`, { cause: error });
  } finally {
    await thread.destroy();
  }
}
