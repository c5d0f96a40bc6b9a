// What every format of an import works with: the records that are made, their ids, and what is told of them.
import { checkRecord } from '../../ingest/check/entry-check.ts';
import type { Findings } from '../../ingest/check/findings.ts';
import { pathText } from '../../ingest/check/problems.ts';
import type { BaseRecord } from '../../records/fields.ts';
import type { Kind } from '../../records/kinds.ts';
import { type DraftRecord, Drafts } from './drafts.ts';
import { Identities } from './identities.ts';
import { Tally } from './tally.ts';
import type { DateOrder } from './texts.ts';

/** What the command says about the file. */
export interface ImportSettings {
  /** As problems name it. */
  label: string;
  /** The language of texts of which the file does not say it; null where the command does not either. */
  language: string | null;
  /** The field for each column, where columns are named otherwise. */
  columns: ReadonlyMap<string, string>;
  /** The order of day, month and year in dates that are not ISO 8601. */
  dates: DateOrder | null;
}

/** The rest of the file cannot be read: nothing is written. */
export class Unreadable extends Error {
  readonly line: number;
  readonly column: number;

  constructor(line: number, column: number, message: string) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

/** One thing of the file cannot become a record; the message says why. */
export class LeftOut extends Error {}

export class Importing {
  readonly drafts = new Drafts();
  readonly identities = new Identities();
  readonly tally = new Tally();
  readonly settings: ImportSettings;
  readonly #findings: Findings;

  constructor(settings: ImportSettings, findings: Findings) {
    this.settings = settings;
    this.#findings = findings;
  }

  /** Tells of something at a line of the file that was left out. */
  problem(line: number, path: string, message: string): void {
    this.#findings.add({ file: this.settings.label, line, column: null, path, message });
  }

  /** Takes in one thing of the file; what throws a LeftOut is told of with its line. */
  attempt(what: string, line: number, work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof LeftOut)) throw error;
      this.problem(line, what, `${error.message}; it is left out`);
    }
  }

  /** Takes a record in that others refer to; tells what is wrong with one that cannot be, and gives false. */
  add(kind: Kind, record: DraftRecord, line: number): boolean {
    if (!this.check(kind, record, line)) return false;
    this.drafts.set(kind, record, line);
    return true;
  }

  /** Whether the ingest would take a record by itself; tells what is wrong where it would not. */
  check(kind: Kind, record: DraftRecord, line: number): boolean {
    const checked = checkRecord(kind, record);
    if (!Array.isArray(checked)) return true;
    for (const { path, message } of checked) this.problem(line, `${kind} ${pathText(path)}`, message);
    return false;
  }

  /** Takes in a record that is in the database already, so that names lead to it. */
  know(kind: Kind, record: BaseRecord): void {
    this.identities.know(kind, record);
  }

  /** The language of a text that says none. Without one the file cannot be read. */
  language(line: number): string {
    const { language } = this.settings;
    if (language !== null) return language;
    throw new Unreadable(
      line,
      1,
      'the file does not say the language of its texts; add --language <tag>, such as --language en',
    );
  }
}
