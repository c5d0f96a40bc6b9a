// Collects problems while the files are read, and finds out at the end in which line and column each stands.
import type { FieldPath, Issue } from '../../records/issue.ts';
import type { Fault } from '../read/entry.ts';
import type { InputFile, RecordPlace } from '../read/files.ts';
import { Locator } from './locator.ts';
import { inReadingOrder, type Problem, pathText } from './problems.ts';

/** So many problems are kept to be shown; the others are counted. */
const kept = 1000;

interface Finding {
  at: RecordPlace;
  path: FieldPath;
  isName: boolean;
  message: string;
}

/** The problems of one ingest. Positions are looked up only for what is wrong, so right files cost nothing. */
export class Findings {
  count = 0;
  readonly #ready: Problem[] = [];
  readonly #findings: Finding[] = [];

  /** Whether a further problem would still be shown, and is worth the search for a hint. */
  get isOpen(): boolean {
    return this.#ready.length + this.#findings.length < kept;
  }

  /** A problem whose place is known already, or that has none. */
  add(problem: Problem): void {
    if (this.isOpen) this.#ready.push(problem);
    this.count += 1;
  }

  addFault(file: InputFile, { line, column, message }: Fault): void {
    this.add({ file: file.label, line, column, path: '', message });
  }

  /** Something wrong inside a record that was read from a file. */
  addIssue(at: RecordPlace, { path, isName = false, message }: Issue): void {
    if (this.isOpen) this.#findings.push({ at, path, isName, message });
    this.count += 1;
  }

  /** Something wrong with a record that is in the database already, from a file that is not read now. */
  addElsewhere(file: string, record: string, { path, message }: Issue): void {
    const place = path.length === 0 ? record : `${record} ${pathText(path)}`;
    this.add({ file, line: null, column: null, path: place, message });
  }

  /** All that was kept, with lines and columns, in reading order. */
  located(): Problem[] {
    const locator = new Locator();
    const byFile = [...this.#findings].sort(byPlace);
    const found = byFile.map(({ at, path, isName, message }) => ({
      file: at.file.label,
      ...locator.locate(at, path, isName),
      path: pathText(path),
      message,
    }));
    return [...this.#ready, ...found].sort(inReadingOrder);
  }
}

/** By file, and within it from its start, as positions are looked up. */
function byPlace({ at: a }: Finding, { at: b }: Finding): number {
  if (a.file.path !== b.file.path) return a.file.path < b.file.path ? -1 : 1;
  return a.place - b.place;
}
