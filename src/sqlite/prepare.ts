// Prepares each SQL text once and caches the statement: preparing most of them costs more than running them.
import type { Statement } from 'better-sqlite3';
import type { Database } from './open.ts';

/** Requests make fewer different texts than this; it bounds the cache all the same. */
const maxCached = 500;

/** Returns the prepared statement of an SQL text. */
export type Prepare = (sql: string) => Statement;

/** A `Prepare` with a cache of its own. */
export function preparer(database: Database): Prepare {
  const prepared = new Map<string, Statement>();
  return (sql) => {
    const known = prepared.get(sql);
    if (known) return known;
    if (prepared.size >= maxCached) prepared.clear();
    const fresh = database.prepare(sql);
    prepared.set(sql, fresh);
    return fresh;
  };
}
