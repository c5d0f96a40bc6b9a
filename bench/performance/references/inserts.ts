/**
 * Copies the rows of every table into an empty database of the same schema by bare prepared inserts in one
 * transaction, indexes and all, and says how long that took, with and without the reading. All rows, or of each table
 * the first part of so many equal ones.
 *
 *     node dist/bench/performance/references/inserts.js <database> <file to make> [parts]
 *     {"rows":1234,"seconds":5.6,"reading":0.7}
 */
import { rmSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import Sqlite, { type Database } from 'better-sqlite3';

interface Entry {
  type: string;
  name: string;
  sql: string;
}

interface Table {
  name: string;
  rows: number;
}

const [from = '', to = '', parts = '1'] = process.argv.slice(2);
for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${to}${end}`, { force: true });
const source = new Sqlite(from, { readonly: true });
const target = new Sqlite(to);
const tables = makeTables(source, target).map((name) => ({ name, rows: rowsOf(name) }));
const reading = timed(() => everyRow(source, tables, () => undefined));
let rows = 0;
const seconds = timed(() => {
  target.exec('BEGIN');
  for (const table of tables) {
    const insert = insertInto(target, table.name);
    everyRow(source, [table], (row) => {
      insert.run(...row);
      rows += 1;
    });
  }
  target.exec('COMMIT');
});
process.stdout.write(`${JSON.stringify({ rows, seconds, reading })}\n`);
target.close();
source.close();
for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${to}${end}`, { force: true });

/** The tables that hold rows, made anew; a virtual table's rows are in ordinary tables of its own. */
function makeTables(source: Database, target: Database): string[] {
  const entries = source
    .prepare(
      `SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
    )
    .all() as Entry[];
  const tables = entries.filter(({ type, sql }) => type === 'table' && !/^CREATE VIRTUAL/i.test(sql));
  const indexes = entries.filter(({ type }) => type === 'index');
  target.pragma('foreign_keys = OFF'); // rows come table by table; they were checked where they come from
  for (const { sql } of [...tables, ...indexes]) target.exec(sql);
  return tables.map(({ name }) => name);
}

function insertInto(target: Database, table: string) {
  const columns = target.prepare(`SELECT count(*) FROM pragma_table_info(?)`).pluck().get(table) as number;
  return target.prepare(`INSERT INTO "${table}" VALUES (${Array(columns).fill('?').join(', ')})`);
}

/** How many rows of the table are copied. */
function rowsOf(table: string): number {
  const all = source.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number;
  return Math.ceil(all / Number(parts));
}

function everyRow(source: Database, tables: readonly Table[], take: (row: unknown[]) => void): void {
  for (const { name, rows } of tables) {
    const select = source.prepare(`SELECT * FROM "${name}" LIMIT ?`).raw();
    for (const row of select.iterate(rows)) take(row as unknown[]);
  }
}

/** Seconds. */
function timed(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}
