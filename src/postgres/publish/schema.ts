// The SQL that makes the tables of a version, and the two tables that tell which versions there are.
import type { Table } from '../tables.ts';

/** Versions that are held, and the one that is served. Nothing else ever changes after it was published. */
export const controlTables = `
  CREATE SCHEMA IF NOT EXISTS summit;
  CREATE TABLE IF NOT EXISTS summit.publication (
    number      integer PRIMARY KEY,
    schema      text NOT NULL UNIQUE,
    version     text NOT NULL,
    derivation  text NOT NULL,
    derived_at  text NOT NULL,
    format      integer NOT NULL,
    published_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE IF NOT EXISTS summit.current (
    singleton   integer PRIMARY KEY CHECK (singleton = 1),
    number      integer NOT NULL,
    schema      text NOT NULL,
    version     text NOT NULL,
    derivation  text NOT NULL,
    format      integer NOT NULL
  )`;

/** Text is compared byte by byte, as SQLite does; blobs are not compressed, as they have been already. */
export function createTable(schema: string, table: Table): string {
  const { name, columns, nullable = [], staysInRow = false } = table;
  const lines = Object.entries(columns).map(([column, type]) => {
    const collation = type === 'text' ? ' COLLATE "C"' : '';
    return `"${column}" ${type}${collation}${nullable.includes(column) ? '' : ' NOT NULL'}`;
  });
  const external = Object.entries(columns)
    .filter(([, type]) => type === 'bytea')
    .map(([column]) => `; ALTER TABLE ${schema}.${name} ALTER "${column}" SET STORAGE EXTERNAL`);
  const parameters = staysInRow ? ` WITH (toast_tuple_target = ${pageBytes})` : '';
  return `CREATE TABLE ${schema}.${name} (${lines.join(', ')})${parameters}${external.join('')}`;
}

/** The most that a row may have to stay in a page of PostgreSQL. */
const pageBytes = 8160;

/** The keys and indexes of a table, made once its rows are there. */
export function createIndexes(schema: string, { name, key, unique = [], indexes = [] }: Table): string[] {
  const table = `${schema}.${name}`;
  return [
    `ALTER TABLE ${table} ADD PRIMARY KEY (${listed(key)})`,
    ...unique.map((columns) => `CREATE UNIQUE INDEX ON ${table} (${listed(columns)})`),
    ...indexes.map((columns) => `CREATE INDEX ON ${table} (${listed(columns)})`),
  ];
}

export const listed = (columns: readonly string[]): string => columns.map((name) => `"${name}"`).join(', ');
