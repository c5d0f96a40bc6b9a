// The records of the new database, and where each of them was read.

import { type Kind, kinds } from '../../records/kinds.ts';
import { kindsSharingIds } from '../../resources/registry.ts';
import type { Database } from '../../sqlite/open.ts';
import { preparer } from '../../sqlite/prepare.ts';
import type { Sealed } from '../check/canonical.ts';
import type { InputFile, RecordPlace } from '../read/files.ts';

/** An id of a record that was read, and the kind of another record that has it and stays. */
export interface TakenId {
  kind: Kind;
  id: string;
  holder: Kind;
}

/** Keeps where each record was read in temporary tables, so that memory does not grow with the input. */
export class Records {
  readonly #prepare: ReturnType<typeof preparer>;
  readonly #files: InputFile[] = [];
  #hasFaulty = false;

  constructor(database: Database) {
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
  ) STRICT, WITHOUT ROWID;`;

const findPlace = `
  SELECT file, line, place FROM main.record JOIN read_place ON read_place.record = record.rowid WHERE kind = ? AND id = ?
  UNION ALL SELECT file, line, place FROM faulty WHERE kind = ? AND id = ?`;

const takenIds = `
  SELECT fresh.kind, fresh.id, other.kind AS holder
  FROM json_each(?) AS pair
  JOIN main.record AS fresh ON fresh.kind = pair.value ->> 0
  JOIN main.record AS other ON other.kind = pair.value ->> 1 AND other.id = fresh.id
  WHERE EXISTS (SELECT 1 FROM read_place WHERE record = fresh.rowid)
    AND NOT EXISTS (SELECT 1 FROM read_place WHERE record = other.rowid)`;
