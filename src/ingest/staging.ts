// Holds what was read until everything is checked: in temporary tables, so that memory does not grow with the input.

import type { Kind } from '../records/references.ts';
import type { Database } from '../sqlite/open.ts';
import { preparer } from '../sqlite/prepare.ts';
import type { InputFile } from './files.ts';
import type { RecordPlace } from './findings.ts';
import { namespaceOf } from './records.ts';

/** What a record means for the database; a faulty one is only remembered, so that its id is known. */
export type Status = 'added' | 'changed' | 'unchanged' | 'moved' | 'faulty';

/** A record as it was read. `digest` and `text` are null where it is faulty. */
export interface StagedRecord extends RecordPlace {
  kind: Kind;
  id: string;
  digest: Uint8Array | null;
  text: string | null;
}

/** A record to be written: its id, JSON, digest and the file it came from. */
export interface WaitingRecord {
  id: string;
  text: string;
  digest: Buffer;
  origin: string;
}

/** So many records are fetched at a time to be written. */
const pageSize = 500;

/** The records read by one ingest. Lives as long as the connection; nothing of it reaches the database file. */
export class Staging {
  readonly #database: Database;
  readonly #prepare: ReturnType<typeof preparer>;
  readonly #hasOld: boolean;
  readonly #files: InputFile[] = [];

  /** What records mean depends on the database that is attached as `old`, if there is one. */
  constructor(database: Database, hasOld: boolean) {
    this.#database = database;
    this.#hasOld = hasOld;
    this.#prepare = preparer(database);
    database.exec(tables);
  }

  /** Takes a record in; where its id was read before, gives the place of the first and leaves that one alone. */
  add({ kind, id, digest, text, file, line, place }: StagedRecord): RecordPlace | null {
    const status = digest === null ? 'faulty' : this.#statusOf(kind, id, digest, file.origin);
    const body = status === 'added' || status === 'changed' ? text : null;
    const { changes } = this.#prepare(insert).run(
      ...[namespaceOf(kind), kind, id, status, digest, this.#numberOf(file), line, place, body],
    );
    return changes === 1 ? null : this.placeOf(kind, id);
  }

  /** Where a record was read; null where it was not read now. */
  placeOf(kind: Kind, id: string): RecordPlace | null {
    const found = this.#prepare(find).get(namespaceOf(kind), id) as
      | { file: number; line: number; place: number }
      | undefined;
    const file = this.#files[found?.file ?? -1];
    return found && file ? { ...found, file } : null;
  }

  /** What a record means for the database; null where it was not read now. */
  statusOf(kind: Kind, id: string): Status | null {
    return (this.#prepare(findStatus).pluck().get(namespaceOf(kind), kind, id) as Status | undefined) ?? null;
  }

  /** Yields the records of a kind that are new or changed, by id. */
  *waiting(kind: Kind): Generator<WaitingRecord> {
    let after = '';
    for (;;) {
      const page = this.#prepare(next).all(namespaceOf(kind), kind, after, pageSize) as WaitingRecord[];
      for (const record of page) {
        yield record;
        after = record.id;
      }
      if (page.length < pageSize) return;
    }
  }

  /** The records that did not change but stand in another file now, each with that file. */
  moved(): { kind: Kind; id: string; origin: string }[] {
    return this.#prepare(moved).all() as { kind: Kind; id: string; origin: string }[];
  }

  /** How many records have each status, by kind. */
  counts(): { kind: Kind; status: Status; records: number }[] {
    return this.#database
      .prepare('SELECT kind, status, count(*) AS records FROM staged GROUP BY kind, status')
      .all() as { kind: Kind; status: Status; records: number }[];
  }

  #statusOf(kind: Kind, id: string, digest: Uint8Array, origin: string): Status {
    if (!this.#hasOld) return 'added';
    const known = this.#prepare('SELECT digest, origin FROM old.record WHERE kind = ? AND id = ?').get(
      kind,
      id,
    ) as { digest: Buffer; origin: string } | undefined;
    if (known === undefined) return 'added';
    if (!known.digest.equals(digest)) return 'changed';
    return known.origin === origin ? 'unchanged' : 'moved';
  }

  /** Files are numbered as they come; the last one is asked for again and again. */
  #numberOf(file: InputFile): number {
    if (this.#files.at(-1) !== file) {
      this.#prepare('INSERT INTO input_file VALUES (?, ?)').run(this.#files.length, file.origin);
      this.#files.push(file);
    }
    return this.#files.length - 1;
  }
}

const tables = `
  CREATE TEMP TABLE input_file (
    number INTEGER PRIMARY KEY,
    origin TEXT NOT NULL
  ) STRICT;
  CREATE TEMP TABLE staged (
    number    INTEGER PRIMARY KEY,
    namespace TEXT NOT NULL,
    kind      TEXT NOT NULL,
    id        TEXT NOT NULL,
    status    TEXT NOT NULL,
    digest    BLOB,
    file      INTEGER NOT NULL,
    line      INTEGER NOT NULL,
    place     INTEGER NOT NULL,
    text      TEXT,
    UNIQUE (namespace, id)
  ) STRICT;
  CREATE TEMP TABLE removed (
    kind   TEXT NOT NULL,
    id     TEXT NOT NULL,
    origin TEXT NOT NULL,
    PRIMARY KEY (kind, id)
  ) STRICT, WITHOUT ROWID;`;

const insert = `
  INSERT INTO staged (namespace, kind, id, status, digest, file, line, place, text)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`;
const find = 'SELECT file, line, place FROM staged WHERE namespace = ? AND id = ?';
const findStatus = 'SELECT status FROM staged WHERE namespace = ? AND kind = ? AND id = ?';
const next = `
  SELECT id, text, digest, origin FROM staged JOIN input_file ON input_file.number = file
  WHERE namespace = ? AND kind = ? AND id > ? AND text IS NOT NULL ORDER BY id LIMIT ?`;
const moved = `
  SELECT kind, id, origin FROM staged JOIN input_file ON input_file.number = file WHERE status = 'moved'`;
