// Records a new state of the dataset after its answers were derived: which of them are new, other, or gone.
import type { Database } from '../../sqlite/open.ts';

/** The log keeps whole states, as many as hold no more changes than this; whoever is further behind reads everything. */
const mostChanges = 100_000;

/** Copies the state of the dataset and the log of changes from the old database, so that the log goes on. */
export function copyHistory(database: Database): void {
  for (const table of ['dataset', 'dataset_state', 'document_digest', 'document_change']) {
    database.exec(`INSERT INTO main.${table} SELECT * FROM old.${table}`);
  }
}

/**
 * Takes note of a state, inside the transaction that derived it and noted the digests of its answers (document-writer.ts). What the first
 * state holds is no change: there was nothing before it. Gives the time of the state.
 */
export function recordState(
  database: Database,
  version: string,
  derivation: string,
  most: number = mostChanges,
): string {
  const last = database.prepare(lastState).get() as { number: number; derivedAt: string } | undefined;
  const number = (last?.number ?? 0) + 1;
  const isLogged = last === undefined ? 0 : 1;
  const derivedAt = timeAfter(last?.derivedAt);
  database
    .prepare('INSERT INTO dataset_state VALUES (?, ?, ?, ?, ?)')
    .run(number, version, derivation, derivedAt, isLogged);
  if (isLogged) logAndReplace(database, number);
  else database.prepare(firstDigests).run(number, number);
  forgetOldest(database, most);
  return derivedAt;
}

const lastState = 'SELECT number, derived_at AS derivedAt FROM dataset_state ORDER BY number DESC LIMIT 1';

/** Now, but never before or at the same time as the last state: a time stands for one state only. */
function timeAfter(last: string | undefined): string {
  const now = Date.now();
  return new Date(last === undefined ? now : Math.max(now, Date.parse(last) + 1)).toISOString();
}

const firstDigests = `
  INSERT INTO document_digest SELECT collection, id, digest, ?, ? FROM document_written ORDER BY collection, id`;

/** Sorted first: both sides are then read in the order of their keys. */
function logAndReplace(database: Database, number: number): void {
  database.exec(`
    CREATE TEMP TABLE fresh (
      collection TEXT NOT NULL, id TEXT NOT NULL, digest BLOB NOT NULL, PRIMARY KEY (collection, id)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO fresh SELECT * FROM document_written ORDER BY collection, id`);
  database.prepare(logDifferences).run(number);
  replaceDigests(database, number);
  database.exec('DROP TABLE fresh');
}

const logDifferences = `
  INSERT INTO document_change (state, collection, id, before, after)
  SELECT ?, collection, id, document_digest.digest, fresh.digest
  FROM document_digest FULL JOIN fresh USING (collection, id)
  WHERE document_digest.digest IS NOT fresh.digest`;

/** Brings the digests up to the fresh ones; those that are the same keep the state in which they became so, and all keep the one that added them. */
function replaceDigests(database: Database, number: number): void {
  database.exec(`
    DELETE FROM document_digest WHERE (collection, id) NOT IN (SELECT collection, id FROM fresh)`);
  database
    .prepare(
      `INSERT INTO document_digest SELECT collection, id, digest, ?, ? FROM fresh WHERE true
       ON CONFLICT DO UPDATE SET digest = excluded.digest, state = excluded.state
       WHERE digest <> excluded.digest`,
    )
    .run(number, number);
}

/** Drops what the oldest states changed, state by state, until what is left is no more than may be kept. */
function forgetOldest(database: Database, most: number): void {
  const newest = database
    .prepare(
      `SELECT state FROM (
         SELECT state, sum(count(*)) OVER (ORDER BY state DESC) AS held FROM document_change GROUP BY state
       ) WHERE held > ? ORDER BY state DESC LIMIT 1`,
    )
    .pluck()
    .get(most) as number | undefined;
  if (newest === undefined) return;
  database.prepare('DELETE FROM document_change WHERE state <= ?').run(newest);
  database.prepare('UPDATE dataset_state SET is_logged = 0 WHERE number <= ?').run(newest);
}
