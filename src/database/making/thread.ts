// The thread that makes answers: one batch after another, from rows that it is given.
import { workerData } from 'piscina';
import type { StatementRows } from '../../statements/rows.ts';
import { type GlossaryEntries, glossaryOf } from '../truth.ts';
import { type MadeBatch, makerOf } from './maker.ts';

const make = makerOf(glossaryOf(workerData as GlossaryEntries));

export default function makeBatch(rows: StatementRows): MadeBatch {
  return make(rows);
}
