// Makes answers in a thread, while this one reads what they are made of and writes what was made.
import { programOf } from '../../project.ts';
import type { StatementRows } from '../../statements/rows.ts';
import { inOrder } from '../../threads/in-order.ts';
import type { GlossaryEntries } from '../truth.ts';
import type { MadeBatch } from './maker.ts';

const threadScript = programOf('database/making/thread');

/** What is made of the batches, in their order, by one thread: numbers are given out in that order. */
export const madeBeside = (
  glossary: GlossaryEntries,
  batches: Iterable<StatementRows>,
): AsyncGenerator<MadeBatch> => inOrder({ script: threadScript, threads: 1, data: glossary }, batches);
