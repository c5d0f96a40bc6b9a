// Collects problems while the files are read, and finds out at the end in which line and column each stands.
import type { FieldPath, Issue } from '../../records/issue.ts';
import { counted } from '../../text/counted.ts';
import type { Fault } from '../read/entry.ts';
import type { InputFile, RecordPlace } from '../read/files.ts';
import { Locator } from './locator.ts';
import { inReadingOrder, kindOfProblem, type Problem, type ProblemList, pathText } from './problems.ts';

/** Problems of one kind that are kept to be shown, and of all kinds; the others are counted. */
const keptOfKind = 100;
const keptInAll = 1000;

/** Kinds that are told apart; further ones are counted together. */
const maxKinds = 1000;

const otherKinds = 'others';

interface Finding {
  at: RecordPlace;
  path: FieldPath;
  isName: boolean;
  message: string;
}

/** The problems of one ingest. Positions are looked up only for what is wrong, so right files cost nothing. */
export class Findings {
  count = 0;
  /** Texts from whose ends white space was taken off, and the record that has the first of them. */
  readonly #trimmed = { texts: 0, first: '' };
  /** What is to be known of the work and is no problem. */
  readonly notes: string[] = [];
  readonly #keepsAll: boolean;
  readonly #ready: Problem[] = [];
  readonly #findings: Finding[] = [];
  readonly #kinds = new Map<string, number>();

  /** With `keepsAll` every problem is kept, for a report; memory grows with their number. */
  constructor(keepsAll = false) {
    this.#keepsAll = keepsAll;
  }

  /** A problem whose place is known already, or that has none. */
  add(problem: Problem): void {
    if (this.#isKept(problem.path, problem.message)) this.#ready.push(problem);
  }

  /** Counts a problem, and tells whether it is one of those that are kept. */
  #isKept(path: string, message: string): boolean {
    const kind = kindOfProblem(path, message);
    const key = this.#kinds.has(kind) || this.#kinds.size < maxKinds ? kind : otherKinds;
    const count = (this.#kinds.get(key) ?? 0) + 1;
    this.#kinds.set(key, count);
    this.count += 1;
    if (this.#keepsAll) return true;
    return count <= keptOfKind && this.#ready.length + this.#findings.length < keptInAll;
  }

  addFault(file: InputFile, { line, column, message }: Fault): void {
    this.add({ file: file.label, line, column, path: '', message });
  }

  /** Notes texts of a record from whose ends white space was taken off; that is no problem. */
  addTrimmed(texts: number, { file, line }: RecordPlace): void {
    if (texts > 0 && this.#trimmed.texts === 0) this.#trimmed.first = `${file.label}:${line}`;
    this.#trimmed.texts += texts;
  }

  /** Something wrong inside a record that was read from a file. */
  addIssue(at: RecordPlace, { path, isName = false, message }: Issue): void {
    if (this.#isKept(pathText(path), message)) this.#findings.push({ at, path, isName, message });
  }

  /** Something wrong with a record that is in the database already, from a file that is not read now. */
  addElsewhere(file: string, record: string, { path, message }: Issue): void {
    const place = path.length === 0 ? record : `${record} ${pathText(path)}`;
    this.add({ file, line: null, column: null, path: place, message });
  }

  /** What was kept, with lines and columns, in reading order, and all counts. */
  list(): ProblemList {
    return {
      problems: this.#located(),
      problemCount: this.count,
      problemKinds: this.#kinds,
      notes: [...this.#trimmedNote(), ...this.notes],
    };
  }

  #trimmedNote(): string[] {
    const { texts, first } = this.#trimmed;
    if (texts === 0) return [];
    const had = counted(texts, 'text has', 'texts have');
    return [`${had} white space at an end, which was taken off; the first is in ${first}`];
  }

  #located(): Problem[] {
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
