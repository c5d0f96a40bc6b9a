// Builds indexes after the rows: sorted once, instead of kept sorted with every row.
import type { Database } from '../../sqlite/open.ts';

/**
 * Takes the indexes of an empty database away, and returns the function that makes them from the very text of the migrations, once
 * the tables are filled. Those that constraints need stay.
 */
export function postponeIndexes(database: Database): () => void {
  const indexes = database
    .prepare("SELECT name, sql FROM main.sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")
    .all() as { name: string; sql: string }[];
  for (const { name } of indexes) database.exec(`DROP INDEX main.${name}`);
  return () => {
    for (const { sql } of indexes) database.exec(sql);
  };
}
