// Reads rows in an order for which there is no index, while other statements run on the same connection.
import type { Database } from '../../sqlite/open.ts';

/** Rows that are held in memory at a time. */
const pageSize = 500;

/**
 * Yields what `select` gives for each row of `order`, in that order. `order` is a sorted query, whose rows are the
 * temporary table `sorted` for `select`. better-sqlite3 runs no other statement while it iterates, so pages are read.
 */
export function* sortedRows<Row>(database: Database, order: string, select: string): Generator<Row> {
  database.exec(`DROP TABLE IF EXISTS temp.sorted; CREATE TEMP TABLE sorted AS ${order}`);
  const page = database.prepare(`${select} WHERE sorted.rowid BETWEEN ? AND ? ORDER BY sorted.rowid`);
  for (let first = 1; ; first += pageSize) {
    const rows = page.all(first, first + pageSize - 1) as Row[];
    yield* rows;
    if (rows.length < pageSize) break;
  }
  database.exec('DROP TABLE temp.sorted');
}
