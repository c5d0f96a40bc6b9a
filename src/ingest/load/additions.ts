// Adds renditions that were read apart from their statement to it, and remembers where each was read.
import type { FieldPath } from '../../records/issue.ts';
import type { RecordOf } from '../../resources/registry.ts';
import type { Database } from '../../sqlite/open.ts';
import { type Addition, checkAddition } from '../check/addition.ts';
import { seal } from '../check/canonical.ts';
import type { Findings } from '../check/findings.ts';
import type { Gaps } from '../check/gaps.ts';
import { Hints } from '../check/hints.ts';
import type { Entry } from '../read/entry.ts';
import type { InputFile, RecordPlace } from '../read/files.ts';
import type { OldRecords } from './old-records.ts';
import type { Records } from './records.ts';

type Statement = RecordOf<'statement'>;
type Stored = { text: string; isOld: 0 | 1 };
type Row = { statement: string; renditions: string; file: number; line: number; place: number };

/** Keeps additions in a temporary table until all files are read, since a statement may stand in a later file. */
export class Additions {
  readonly #database: Database;
  readonly #hasOld: boolean;
  readonly #files: InputFile[] = [];
  #count = 0;

  /** The old database, if there is one, is attached as `old`. */
  constructor(database: Database, hasOld: boolean) {
    this.#database = database;
    this.#hasOld = hasOld;
    database.exec(temporaryTable);
  }

  /** Takes an entry in, or notes what is wrong with it. */
  take(file: InputFile, { value, line, place }: Entry, findings: Findings): void {
    const at = { file, line, place };
    const addition = checkAddition(value, (texts) => findings.addTrimmed(texts, at));
    if (Array.isArray(addition)) for (const issue of addition) findings.addIssue(at, issue);
    else this.#store(addition, at);
  }

  #store({ statement, renditions }: Addition, { file, line, place }: RecordPlace): void {
    if (this.#files.at(-1) !== file) this.#files.push(file);
    this.#count += 1;
    this.#database
      .prepare('INSERT INTO addition VALUES (?, ?, ?, ?, ?)')
      .run(statement, JSON.stringify(renditions), this.#files.length - 1, line, place);
  }

  /** Adds everything that was taken in, in the order of reading. A statement that is not known is a problem. */
  apply(records: Records, old: OldRecords, findings: Findings, gaps: Gaps): void {
    if (this.#count === 0) return;
    const lost: Row[] = [];
    for (const row of this.#database.prepare('SELECT * FROM addition ORDER BY rowid').all() as Row[]) {
      const stored = this.#statement(row.statement);
      if (stored !== undefined) this.#add(row, stored, records);
      else if (!records.isFaulty('statement', row.statement)) lost.push(row);
    }
    if (lost.length > 0 && !gaps.isIn(['statement'])) this.#reportLost(lost, records, old, findings);
  }

  /** Nothing will be loaded, so that the old records can be brought in already for the hints. */
  #reportLost(lost: readonly Row[], records: Records, old: OldRecords, findings: Findings): void {
    old.carryOver();
    const hints = new Hints(this.#database, records);
    for (const row of lost) {
      const message = hints.missing(row.statement, ['statement']);
      findings.addIssue(this.#placeOf(row), { path: ['statement'], message });
    }
  }

  /** A statement that was read now, or else the one of the old database. */
  #statement(id: string): Stored | undefined {
    const fresh = `SELECT text, 0 AS isOld FROM main.record WHERE kind = 'statement' AND id = :id`;
    const old = ` UNION ALL SELECT text, 1 FROM old.record WHERE kind = 'statement' AND id = :id LIMIT 1`;
    return this.#database.prepare(fresh + (this.#hasOld ? old : '')).get({ id }) as Stored | undefined;
  }

  /** Renditions that the old statement has from an earlier ingest of the same file give way to those read now. */
  #add({ statement: id, renditions }: Row, { text, isOld }: Stored, records: Records): void {
    const statement = JSON.parse(text) as Statement;
    const added = JSON.parse(renditions) as Statement['renditions'];
    const isHere = new Set(added.map((each) => each.id));
    const isKept = isOld === 1 || records.placeOf('statement', id) === null;
    const held = isKept ? statement.renditions.filter((each) => !isHere.has(each.id)) : statement.renditions;
    const sealed = seal({ ...statement, renditions: [...held, ...added] });
    if (Array.isArray(sealed)) return; // all parts were sealed before
    if (isOld === 1) this.#database.prepare(copyOld).run(id);
    this.#database.prepare(change).run(sealed.digest, sealed.text, id);
  }

  /** Where a rendition was read that was added to a statement, and its path there; null where the statement holds it itself. */
  placeOfPart(
    statement: string,
    [field, at, ...rest]: FieldPath,
  ): { at: RecordPlace; path: FieldPath } | null {
    if (this.#count === 0 || field !== 'renditions' || typeof at !== 'number') return null;
    const { text } = this.#statement(statement) ?? { text: '{"renditions":[]}' };
    const rendition = (JSON.parse(text) as Statement).renditions[at];
    const rows = this.#database.prepare('SELECT * FROM addition WHERE statement = ?').all(statement) as Row[];
    for (const row of rows.reverse()) {
      const own = JSON.parse(row.renditions) as Statement['renditions'];
      const found = own.findIndex(({ id }) => id === rendition?.id);
      if (found >= 0) return { at: this.#placeOf(row), path: ['renditions', found, ...rest] };
    }
    return null;
  }

  #placeOf({ file, line, place }: Row): RecordPlace {
    return { file: this.#files[file] as InputFile, line, place };
  }
}

const temporaryTable = `
  CREATE TEMP TABLE addition (
    statement  TEXT NOT NULL,
    renditions TEXT NOT NULL,
    file       INTEGER NOT NULL,
    line       INTEGER NOT NULL,
    place      INTEGER NOT NULL
  ) STRICT`;

const copyOld = `INSERT INTO main.record SELECT * FROM old.record WHERE kind = 'statement' AND id = ?`;

const change = `UPDATE main.record SET digest = ?, text = ? WHERE kind = 'statement' AND id = ?`;
