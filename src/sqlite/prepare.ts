// Prepares each SQL text once and keeps it: preparing costs more than running most of them.
import type { Statement } from 'better-sqlite3';
import type { Database } from './open.ts';

/** More texts than requests can shape; a bound all the same. */
const most = 500;

/** Gives the prepared statement of an SQL text. */
export type Prepare = (sql: string) => Statement;

/** Makes a function that gives the prepared statement of an SQL text. */
export function preparer(database: Database): Prepare {
  const prepared = new Map<string, Statement>();
  return (sql) => {
    const known = prepared.get(sql);
    if (known) return known;
    if (prepared.size >= most) prepared.clear();
    const fresh = database.prepare(sql);
    prepared.set(sql, fresh);
    return fresh;
  };
}
