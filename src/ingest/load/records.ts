// The records of the new database: those that were read, and those of the old database that stay.

import { type Kind, kinds } from '../../records/references.ts';
import { kindsSharingIds } from '../../resources/registry.ts';
import type { Database } from '../../sqlite/open.ts';
import { preparer } from '../../sqlite/prepare.ts';
import type { Sealed } from '../check/canonical.ts';
import type { InputFile, RecordPlace } from '../read/files.ts';
import { type CountsByKind, noCounts } from '../report.ts';

/** What reading and pruning change. */
export interface Changes {
  counts: CountsByKind;
  /** True if an unchanged record stands in another file now. */
  haveMoved: boolean;
}

/** An id of a record that was read, and the kind of another record that has it and stays. */
export interface TakenId {
  kind: Kind;
  id: string;
  holder: Kind;
}

/** A record of the old database, and the file it came from. */
export interface OldRecord {
  kind: Kind;
  id: string;
  origin: string;
}

/** Keeps where each record was read in temporary tables, so that memory does not grow with the input. */
export class Records {
  readonly #prepare: ReturnType<typeof preparer>;
  readonly #database: Database;
  readonly #hasOld: boolean;
  readonly #files: InputFile[] = [];
  #hasFaulty = false;

  /** The old database, if there is one, is attached as `old`. */
  constructor(database: Database, hasOld: boolean) {
    this.#database = database;
    this.#hasOld = hasOld;
    this.#prepare = preparer(database);
    database.exec(temporaryTables);
  }

  /**
   * Takes a record in; `sealed` is null where it is faulty, so that only its id is known. Returns the place of an
   * earlier record with its id, which stays.
   */
  add({ file, line, place }: RecordPlace, kind: Kind, id: string, sealed: Sealed | null): RecordPlace | null {
    const earlier = this.#earlierPlace(kind, id);
    if (earlier) return earlier;
    if (sealed === null) {
      this.#hasFaulty = true;
      this.#prepare('INSERT INTO faulty VALUES (?, ?, ?, ?, ?)').run(
        kind,
        id,
        this.#numberOf(file),
        line,
        place,
      );
      return null;
    }
    const { changes, lastInsertRowid } = this.#prepare(
      'INSERT INTO main.record VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    ).run(kind, id, sealed.digest, file.origin, sealed.text);
    if (changes === 0) return this.placeOf(kind, id);
    this.#prepare('INSERT INTO read_place VALUES (?, ?, ?, ?)').run(
      lastInsertRowid,
      this.#numberOf(file),
      line,
      place,
    );
    return null;
  }

  /** A faulty record, or one of a kind that shares its ids; the index of `record` finds others of the same kind. */
  #earlierPlace(kind: Kind, id: string): RecordPlace | null {
    const sharing = kindsSharingIds(kind);
    if (sharing.length === 1 && !this.#hasFaulty) return null;
    return sharing.map((each) => this.placeOf(each, id)).find((place) => place !== null) ?? null;
  }

  /** Where a record was read; null if it was not read now. */
  placeOf(kind: Kind, id: string): RecordPlace | null {
    const found = this.#prepare(findPlace).get(kind, id, kind, id) as
      | { file: number; line: number; place: number }
      | undefined;
    return found ? { ...found, file: this.#files[found.file] as InputFile } : null;
  }

  /** True if the record was read, and is not right by itself. */
  isFaulty(kind: Kind, id: string): boolean {
    return (
      this.#hasFaulty &&
      this.#prepare('SELECT 1 FROM faulty WHERE kind = ? AND id = ?').get(kind, id) !== undefined
    );
  }

  /** Ids of faulty records of a kind. */
  faultyIds(kind: Kind): string[] {
    return this.#prepare('SELECT id FROM faulty WHERE kind = ?').pluck().all(kind) as string[];
  }

  /** The file that a record of the new database came from. */
  originOf(kind: Kind, id: string): string {
    return String(
      this.#prepare('SELECT origin FROM main.record WHERE kind = ? AND id = ?').pluck().get(kind, id),
    );
  }

  /** The kinds that have a record with this id. */
  kindsOf(id: string): Kind[] {
    return this.#prepare(
      'SELECT kind FROM main.record WHERE id = ? AND kind IN (SELECT value FROM json_each(?)) ORDER BY kind',
    )
      .pluck()
      .all(id, JSON.stringify(kinds)) as Kind[];
  }

  /** Marks the records of the old database as removed that came from these files and were not read now. */
  remove(origins: readonly string[]): void {
    for (const origin of origins) this.#prepare(markRemoved).run(origin);
  }

  /** The files that records of the old database came from. */
  oldOrigins(): string[] {
    return this.#hasOld
      ? (this.#prepare('SELECT DISTINCT origin FROM old.record').pluck().all() as string[])
      : [];
  }

  /** Of these files, those whose records stand partly in other files now and partly nowhere: how many of the latter stay. */
  leftBehind(origins: readonly string[]): { origin: string; stay: number }[] {
    if (!this.#hasOld) return [];
    return this.#prepare(leftBehind).all(JSON.stringify(origins)) as { origin: string; stay: number }[];
  }

  removed(): OldRecord[] {
    return this.#prepare('SELECT * FROM removed').all() as OldRecord[];
  }

  /** Compares what was read with the old database. */
  changes(): Changes {
    const counts = noCounts();
    let haveMoved = false;
    const statuses = this.#prepare(this.#hasOld ? countByStatus : countAdded).all() as StatusCount[];
    for (const { kind, status, records } of statuses) {
      haveMoved ||= status === 'moved';
      counts[kind][status === 'moved' ? 'unchanged' : status] += records;
    }
    const removed = this.#prepare('SELECT kind, count(*) AS records FROM removed GROUP BY kind').all();
    for (const { kind, records } of removed as StatusCount[]) counts[kind].removed = records;
    return { counts, haveMoved };
  }

  /** Copies the records of the old database that were neither read now nor removed. */
  carryOver(): void {
    if (!this.#hasOld) return;
    this.#database.exec(carryOver);
  }

  /** Takes a record that was read out again, as a faulty one. Returns where it was read. */
  reject(kind: Kind, id: string): RecordPlace {
    const { file, line, place } = this.placeOf(kind, id) as RecordPlace;
    this.#prepare('DELETE FROM main.record WHERE kind = ? AND id = ?').run(kind, id);
    this.add({ file, line, place }, kind, id, null);
    return { file, line, place };
  }

  /** Records that were read now and have the id of a record that stays, of another kind that shares its ids. */
  takenIds(): TakenId[] {
    const sharing = kinds.flatMap((kind) =>
      kindsSharingIds(kind).flatMap((other) => (other === kind ? [] : [[kind, other]])),
    );
    return this.#prepare(takenIds).all(JSON.stringify(sharing)) as TakenId[];
  }

  /** Files are numbered as they come; the last one is asked for again and again. */
  #numberOf(file: InputFile): number {
    if (this.#files.at(-1) !== file) this.#files.push(file);
    return this.#files.length - 1;
  }
}

interface StatusCount {
  kind: Kind;
  status: 'added' | 'changed' | 'unchanged' | 'moved';
  records: number;
}

const temporaryTables = `
  CREATE TEMP TABLE read_place (
    record INTEGER PRIMARY KEY,
    file   INTEGER NOT NULL,
    line   INTEGER NOT NULL,
    place  INTEGER NOT NULL
  ) STRICT;
  CREATE TEMP TABLE faulty (
    kind  TEXT NOT NULL,
    id    TEXT NOT NULL,
    file  INTEGER NOT NULL,
    line  INTEGER NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TEMP TABLE removed (
    kind   TEXT NOT NULL,
    id     TEXT NOT NULL,
    origin TEXT NOT NULL,
    PRIMARY KEY (kind, id)
  ) STRICT, WITHOUT ROWID;`;

const findPlace = `
  SELECT file, line, place FROM main.record JOIN read_place ON read_place.record = record.rowid WHERE kind = ? AND id = ?
  UNION ALL SELECT file, line, place FROM faulty WHERE kind = ? AND id = ?`;

const markRemoved = `
  INSERT INTO removed SELECT kind, id, origin FROM old.record AS former WHERE origin = ?
    AND NOT EXISTS (SELECT 1 FROM main.record WHERE kind = former.kind AND id = former.id)
    AND NOT EXISTS (SELECT 1 FROM faulty WHERE kind = former.kind AND id = former.id)`;

/** Records whose file is unknown now are those that were not read. */
const leftBehind = `
  SELECT origin, count(*) - count(fresh) AS stay FROM (
    SELECT former.origin, (SELECT fresh.rowid FROM main.record AS fresh WHERE fresh.kind = former.kind AND fresh.id = former.id) AS fresh
    FROM old.record AS former WHERE former.origin IN (SELECT value FROM json_each(?)))
  GROUP BY origin HAVING count(fresh) BETWEEN 1 AND count(*) - 1 ORDER BY origin`;

const countAdded = `SELECT kind, 'added' AS status, count(*) AS records FROM main.record GROUP BY kind`;

const countByStatus = `
  SELECT fresh.kind, count(*) AS records, CASE
    WHEN former.digest IS NULL THEN 'added'
    WHEN former.digest <> fresh.digest THEN 'changed'
    WHEN former.origin <> fresh.origin THEN 'moved'
    ELSE 'unchanged'
  END AS status
  FROM main.record AS fresh LEFT JOIN old.record AS former ON former.kind = fresh.kind AND former.id = fresh.id
  GROUP BY fresh.kind, status`;

/** The rows are found first: SQLite would copy all of them once more where it reads the table that it writes. */
const carryOver = `
  CREATE TEMP TABLE carried AS SELECT former.rowid AS former FROM old.record AS former
    WHERE NOT EXISTS (SELECT 1 FROM main.record WHERE kind = former.kind AND id = former.id)
      AND NOT EXISTS (SELECT 1 FROM removed WHERE kind = former.kind AND id = former.id);
  INSERT INTO main.record SELECT record.* FROM carried JOIN old.record ON record.rowid = former;
  DROP TABLE carried;`;

const takenIds = `
  SELECT fresh.kind, fresh.id, other.kind AS holder
  FROM json_each(?) AS pair
  JOIN main.record AS fresh ON fresh.kind = pair.value ->> 0
  JOIN main.record AS other ON other.kind = pair.value ->> 1 AND other.id = fresh.id
  WHERE EXISTS (SELECT 1 FROM read_place WHERE record = fresh.rowid)
    AND NOT EXISTS (SELECT 1 FROM read_place WHERE record = other.rowid)`;
