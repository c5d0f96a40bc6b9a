// What a run found: a file for each trial, so that the page can be written from several runs.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Machine } from '../bench/performance/measure/machine.ts';
import type { Outcome, Scale, Trial } from './trial.ts';

/** What came of a trial, with how it was tried. */
export interface Result extends Outcome {
  scale: Scale;
  command: string;
  /** When it ended, ISO 8601. */
  at: string;
  seconds: number;
  machine: Machine;
}

const fileOf = (folder: string, id: string): string => path.join(folder, 'results', `${id}.json`);

export function keepResult(folder: string, id: string, result: Result): void {
  const file = fileOf(folder, id);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
}

/** The last result of a trial; null where it was never run. */
export function keptResult(folder: string, { id }: Trial): Result | null {
  const file = fileOf(folder, id);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Result) : null;
}
