// Sorts the records of kinds that have sort keys, which are taken while the records pass through the checks.
import type { BaseRecord } from '../../records/fields.ts';
import type { KindDefinition } from '../../records/kind.ts';
import type { Database } from '../../sqlite/open.ts';
import { sortedRows } from './sorted-rows.ts';

/** Keeps the sort keys in a temporary table, so that memory does not grow with the records. */
export class RecordOrder {
  readonly #database: Database;
  readonly #insert;

  constructor(database: Database) {
    this.#database = database;
    database.exec('CREATE TEMP TABLE record_order (kind TEXT, sort_key TEXT, record INTEGER) STRICT');
    this.#insert = database.prepare('INSERT INTO record_order VALUES (?, ?, ?)');
  }

  /** Takes the sort key of the record in a row, if its kind has sort keys. */
  add({ kind, sortKey }: KindDefinition, record: BaseRecord, row: number): void {
    if (sortKey) this.#insert.run(kind, sortKey(record), row);
  }

  /** All records of a kind, by their sort keys. */
  *records(kind: KindDefinition['kind']): Generator<BaseRecord> {
    const texts = sortedRows<{ text: string }>(
      this.#database,
      `SELECT record FROM record_order WHERE kind = '${kind}' ORDER BY sort_key`,
      'SELECT text FROM sorted JOIN record ON record.rowid = sorted.record',
    );
    for (const { text } of texts) yield JSON.parse(text) as BaseRecord;
  }
}
