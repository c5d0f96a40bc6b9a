// What is wrong with the input: where it stands, what was expected, and how to put it right.
import type { FieldPath } from '../../records/issue.ts';

/** One thing that is wrong, ready to be shown. Lines and columns count from 1; null where there is none. */
export interface Problem {
  /** The file, relative to the current folder. */
  file: string;
  line: number | null;
  column: number | null;
  /** The field inside the record, such as `renditions[1].mode`; empty for the record or file as a whole. */
  path: string;
  message: string;
}

/** Problems that were kept to be shown, and how many there are in all. */
export interface ProblemList {
  /** In reading order; a hundred of each kind at most, unless all were asked for. */
  problems: Problem[];
  problemCount: number;
  /** How many there are of each kind, by `kindOfProblem`. */
  problemKinds: ReadonlyMap<string, number>;
  /** What is to be known and is no problem, each as a sentence without its full stop. */
  notes: string[];
}

/** Problems of the same field with the same words are of one kind, whatever is quoted or counted in them. */
export const kindOfProblem = (path: string, message: string): string =>
  `${path} ${message}`.replace(/; did you mean .*$/, '').replace(/'[^']*'|"[^"]*"|\[\d+\]|\S*\d\S*/g, '…');

/** `seeds/people.yaml:3:9 roles[0].from: expected YYYY, YYYY-MM or YYYY-MM-DD, found 'May'` */
export function formatProblem({ file, line, column, path, message }: Problem): string {
  const place = [file, line, column].filter((part) => part !== null).join(':');
  return path === '' ? `${place}: ${message}` : `${place} ${path}: ${message}`;
}

/** A path as people write it: `renditions[1].quotes[0].text`. */
export function pathText(path: FieldPath): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}

/** Orders problems as a reader goes through the files: by file, line, column. */
export function inReadingOrder(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
