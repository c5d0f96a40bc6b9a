// The records of the old database: those that stay, those that are removed, and how what was read differs from them.

import type { Kind } from '../../records/kinds.ts';
import type { Database } from '../../sqlite/open.ts';
import { preparer } from '../../sqlite/prepare.ts';
import { type CountsByKind, noCounts } from '../report.ts';

/** What reading and pruning change. */
export interface Changes {
  counts: CountsByKind;
  /** True if an unchanged record stands in another file now. */
  haveMoved: boolean;
}

/** A record of the old database, and the file it came from. */
export interface OldRecord {
  kind: Kind;
  id: string;
  origin: string;
}

/** Compares the records that were read, in the new database, with those of the old one. */
export class OldRecords {
  readonly #prepare: ReturnType<typeof preparer>;
  readonly #database: Database;
  readonly #hasOld: boolean;

  /** The old database, if there is one, is attached as `old`. */
  constructor(database: Database, hasOld: boolean) {
    this.#database = database;
    this.#hasOld = hasOld;
    this.#prepare = preparer(database);
    database.exec(removedTable);
  }

  /** Marks the records as removed that came from these files and were not read now. */
  remove(origins: readonly string[]): void {
    for (const origin of origins) this.#prepare(markRemoved).run(origin);
  }

  /** The files that records came from. */
  origins(): string[] {
    return this.#hasOld
      ? (this.#prepare('SELECT DISTINCT origin FROM old.record').pluck().all() as string[])
      : [];
  }

  /** Of these files, those whose records stand partly in other files now and partly nowhere: how many of the latter stay. */
  leftBehind(origins: readonly string[]): { origin: string; stay: number }[] {
    if (!this.#hasOld) return [];
    return this.#prepare(leftBehind).all(JSON.stringify(origins)) as { origin: string; stay: number }[];
  }

  /** Renditions that statements lost although their source stays and was not read now: another file may have added them. */
  lostRenditions(): LostRenditions[] {
    return this.#hasOld ? (this.#prepare(lostRenditions).all() as LostRenditions[]) : [];
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

  /** Copies the records to the new database that were neither read now nor removed. */
  carryOver(): void {
    if (!this.#hasOld) return;
    this.#database.exec(carryOver);
  }
}

/** How many renditions of sources of one file, and of how many statements. */
export interface LostRenditions {
  origin: string;
  renditions: number;
  statements: number;
}

interface StatusCount {
  kind: Kind;
  status: 'added' | 'changed' | 'unchanged' | 'moved';
  records: number;
}

const removedTable = `
  CREATE TEMP TABLE removed (
    kind   TEXT NOT NULL,
    id     TEXT NOT NULL,
    origin TEXT NOT NULL,
    PRIMARY KEY (kind, id)
  ) STRICT, WITHOUT ROWID;`;

const markRemoved = `
  INSERT INTO removed SELECT kind, id, origin FROM old.record AS former WHERE origin = ?
    AND NOT EXISTS (SELECT 1 FROM main.record WHERE kind = former.kind AND id = former.id)
    AND NOT EXISTS (SELECT 1 FROM faulty WHERE kind = former.kind AND id = former.id)`;

/** Of an unread file; a statement that gained renditions from a file read now is in main.record under its own, unread file. */
const leftBehind = `
  SELECT origin, count(*) - count(fresh) AS stay FROM (
    SELECT former.origin, (SELECT fresh.rowid FROM main.record AS fresh WHERE fresh.kind = former.kind AND fresh.id = former.id
      AND fresh.origin <> former.origin) AS fresh
    FROM old.record AS former WHERE former.origin IN (SELECT value FROM json_each(?)))
  GROUP BY origin HAVING count(fresh) BETWEEN 1 AND count(*) - 1 ORDER BY origin`;

const lostRenditions = `
  SELECT source.origin, count(*) AS renditions, count(DISTINCT fresh.id) AS statements
  FROM main.record AS fresh
    JOIN old.record AS former ON former.kind = 'statement' AND former.id = fresh.id AND former.digest <> fresh.digest
    JOIN json_each(former.text, '$.renditions') AS lost
    JOIN old.record AS source ON source.kind = 'source' AND source.id = lost.value ->> 'source'
  WHERE fresh.kind = 'statement'
    AND NOT EXISTS (SELECT 1 FROM main.record WHERE kind = 'source' AND id = source.id)
    AND NOT EXISTS (SELECT 1 FROM removed WHERE kind = 'source' AND id = source.id)
    AND NOT EXISTS (SELECT 1 FROM json_each(fresh.text, '$.renditions') WHERE value ->> 'id' = lost.value ->> 'id')
  GROUP BY source.origin ORDER BY source.origin`;

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
