// Keeps the records that an import makes in a temporary database, so that a large file does not fill the memory.
import Sqlite from 'better-sqlite3';
import type { Kind } from '../../records/kinds.ts';

/** A record as it is being made, before its schema has seen it. */
export type DraftRecord = { id: string } & { [field: string]: unknown };

/** A draft, and the line of the file that it came from. */
export interface Draft {
  record: DraftRecord;
  line: number;
}

interface Row {
  text: string;
  line: number;
}

export class Drafts {
  readonly #database = new Sqlite('');
  readonly #get;
  readonly #set;
  readonly #idOf;
  readonly #setId;

  constructor() {
    this.#database.exec(`
      PRAGMA journal_mode = OFF;
      CREATE TABLE draft (
        number INTEGER PRIMARY KEY,
        kind   TEXT NOT NULL,
        id     TEXT NOT NULL,
        line   INTEGER NOT NULL,
        text   TEXT NOT NULL,
        UNIQUE (kind, id)
      ) STRICT;
      CREATE TABLE id_of_key (key TEXT PRIMARY KEY, id TEXT NOT NULL) STRICT, WITHOUT ROWID;
      BEGIN`);
    this.#get = this.#database.prepare('SELECT text, line FROM draft WHERE kind = ? AND id = ?');
    this.#set = this.#database.prepare(
      `INSERT INTO draft (kind, id, line, text) VALUES (?, ?, ?, ?)
       ON CONFLICT (kind, id) DO UPDATE SET text = excluded.text`,
    );
    this.#idOf = this.#database.prepare('SELECT id FROM id_of_key WHERE key = ?').pluck();
    this.#setId = this.#database.prepare('INSERT OR REPLACE INTO id_of_key VALUES (?, ?)');
  }

  get(kind: Kind, id: string): DraftRecord | null {
    const row = this.#get.get(kind, id) as Row | undefined;
    return row === undefined ? null : (JSON.parse(row.text) as DraftRecord);
  }

  /** Puts a record in, or in the place of the one with its id, whose line stays. */
  set(kind: Kind, record: DraftRecord, line: number): void {
    this.#set.run(kind, record.id, line, JSON.stringify(record));
  }

  /** The line of the first part of a record; 0 where there is none. */
  lineOf(kind: Kind, id: string): number {
    return (this.#get.get(kind, id) as Row | undefined)?.line ?? 0;
  }

  /** The id that was noted for a key. */
  idOf(key: string): string | null {
    return (this.#idOf.get(key) as string | undefined) ?? null;
  }

  setId(key: string, id: string): void {
    this.#setId.run(key, id);
  }

  /** All drafts of a kind, in the order in which they came. */
  *all(kind: Kind): Generator<Draft> {
    const rows = this.#database
      .prepare('SELECT text, line FROM draft WHERE kind = ? ORDER BY number')
      .iterate(kind);
    for (const { text, line } of rows as Iterable<Row>) {
      yield { record: JSON.parse(text) as DraftRecord, line };
    }
  }

  close(): void {
    this.#database.close();
  }
}
