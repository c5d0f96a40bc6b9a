/**
 * Copies the rows of every table into an empty database of the same schema by bare prepared inserts in one
 * transaction, indexes and all, and says how long that took, with and without the reading. All rows, or one of so many:
 * the first ones of a table would be those of the commonest words and the newest statements.
 *
 *     node dist/bench/performance/references/inserts.js <database> <file to make> [one of]
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

const [from = '', to = '', oneOf = '1'] = process.argv.slice(2);
for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${to}${end}`, { force: true });
const source = new Sqlite(from, { readonly: true });
const target = new Sqlite(to);
target.pragma(`page_size = ${source.pragma('page_size', { simple: true })}`);
const tables = makeTables(source, target);
const reading = timed(() => everyRow(source, tables, () => undefined));
let rows = 0;
const seconds = timed(() => {
  target.exec('BEGIN');
  for (const table of tables) {
    const insert = insertInto(target, table);
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
function makeTables(source: Database, target: Database): Entry[] {
  const entries = source
    .prepare(
      `SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
    )
    .all() as Entry[];
  const tables = entries.filter(({ type, sql }) => type === 'table' && !/^CREATE VIRTUAL/i.test(sql));
  const indexes = entries.filter(({ type }) => type === 'index');
  target.pragma('foreign_keys = OFF'); // rows come table by table; they were checked where they come from
  for (const { sql } of [...tables, ...indexes]) target.exec(sql);
  return tables;
}

function insertInto(target: Database, { name }: Entry) {
  const columns = target.prepare(`SELECT count(*) FROM pragma_table_info(?)`).pluck().get(name) as number;
  return target.prepare(`INSERT INTO "${name}" VALUES (${Array(columns).fill('?').join(', ')})`);
}

/** Every row that is copied. Tables without numbers are those of the truth, in the order of ids: one row is like another. */
function everyRow(source: Database, tables: readonly Entry[], take: (row: unknown[]) => void): void {
  for (const { name, sql } of tables) {
    const some = /WITHOUT ROWID/i.test(sql)
      ? `LIMIT (SELECT count(*) FROM "${name}") / CAST(? AS INTEGER)`
      : 'WHERE rowid % ? = 0';
    const select = source.prepare(`SELECT * FROM "${name}" ${some}`).raw();
    for (const row of select.iterate(Number(oneOf))) take(row as unknown[]);
  }
}

/** Seconds. */
function timed(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}
