// Reads the stored records, many at a time, while other statements run on the same connection.

import type { BaseRecord } from '../../records/fields.ts';
import type { Kind } from '../../records/kinds.ts';
import type { KindOf } from '../../records/lookup.ts';
import type { Database } from '../../sqlite/open.ts';

/** Records that are held in memory at a time. */
const pageSize = 500;

export const countOfKind = (database: Database, kind: Kind): number =>
  database.prepare('SELECT count(*) FROM record WHERE kind = ?').pluck().get(kind) as number;

/** All records of a kind, by id. */
export function* recordsById<R extends BaseRecord>(database: Database, { kind }: KindOf<R>): Generator<R> {
  const page = database
    .prepare('SELECT text FROM record WHERE kind = ? AND id > ? ORDER BY id LIMIT ?')
    .pluck();
  let after = '';
  for (;;) {
    const texts = page.all(kind, after, pageSize) as string[];
    for (const text of texts) {
      const record = JSON.parse(text) as R;
      after = record.id;
      yield record;
    }
    if (texts.length < pageSize) return;
  }
}

/** A record as it is stored, with the row that holds it. */
export interface StoredRecord {
  row: number;
  kind: Kind;
  record: BaseRecord;
}

/** All records, in the order in which they are stored. */
export function* allRecords(database: Database): Generator<StoredRecord> {
  const page = database.prepare(
    'SELECT rowid AS row, kind, text FROM record WHERE rowid > ? ORDER BY rowid LIMIT ?',
  );
  let after = 0;
  for (;;) {
    const rows = page.all(after, pageSize) as { row: number; kind: Kind; text: string }[];
    for (const { row, kind, text } of rows) {
      after = row;
      yield { row, kind, record: JSON.parse(text) as BaseRecord };
    }
    if (rows.length < pageSize) return;
  }
}
