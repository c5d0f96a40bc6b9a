// Tells the content of a database from any other, by a digest over every row that an ingest can change.
import { createHash } from 'node:crypto';
import Sqlite from 'better-sqlite3';

/** What is told of earlier loads, and grows with every one. */
const history = ['dataset_state', 'document_change', 'document_digest'];

/** A hash of everything that an ingest can change, but for the time of the last one and what is told of those before. */
export function contentOf(file: string): string {
  const database = new Sqlite(file, { readonly: true });
  const hash = createHash('sha256');
  try {
    const tables = database.prepare("SELECT name FROM pragma_table_list WHERE type = 'table'").pluck().all();
    for (const table of tables
      .map(String)
      .filter((name) => !name.startsWith('sqlite_') && !history.includes(name))
      .sort()) {
      const columns = table === 'dataset' ? 'version' : '*';
      const rows = database.prepare(`SELECT ${columns} FROM ${table}`).all();
      hash.update(`${table} ${rows.map((row) => JSON.stringify(row)).sort()}`);
    }
    return hash.digest('hex');
  } finally {
    database.close();
  }
}

/** What SQLite finds wrong with a file: its structure, its constraints, its references; empty where it is sound. */
export function unsoundness(file: string): string[] {
  const database = new Sqlite(file, { readonly: true });
  try {
    const said = database.prepare('PRAGMA integrity_check').pluck().all().map(String);
    const dangling = database.prepare('PRAGMA foreign_key_check').all();
    return [
      ...said.filter((each) => each !== 'ok'),
      ...(dangling.length > 0 ? [`${dangling.length} rows refer to what is not there`] : []),
    ];
  } finally {
    database.close();
  }
}
