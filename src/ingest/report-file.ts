// Writes all problems to a file, for those who have too many to read on a terminal.
import { writeFileSync } from 'node:fs';
import { formatProblem, type Problem } from './check/problems.ts';

/** The file could not be written; the message says why. */
export class ReportError extends Error {}

/** Writes one problem a line, as they are shown; an empty file where there is none. Throws a ReportError. */
export function writeReport(file: string, problems: readonly Problem[]): void {
  try {
    writeFileSync(file, problems.map((problem) => `${formatProblem(problem)}\n`).join(''));
  } catch (error) {
    throw new ReportError(`the report cannot be written: ${(error as Error).message}`, { cause: error });
  }
}
