// Builds indexes after the rows: sorted once, instead of kept sorted with every row.
import type { Database } from '../../sqlite/open.ts';

interface Index {
  name: string;
  table: string;
  sql: string;
}

/** Indexes that wait for their rows; those that constraints need are always there. */
export interface WaitingIndexes {
  /** Makes the indexes of these tables, from the very text of the migrations; of all that are left without a list. */
  make(tables?: ReadonlySet<string>): void;
}

/** Takes the indexes of an empty database away until their tables are filled. */
export function postponeIndexes(database: Database): WaitingIndexes {
  let waiting = database
    .prepare(
      "SELECT name, tbl_name AS 'table', sql FROM main.sqlite_schema WHERE type = 'index' AND sql IS NOT NULL",
    )
    .all() as Index[];
  for (const { name } of waiting) database.exec(`DROP INDEX main.${name}`);
  return {
    make(tables) {
      const isDue = ({ table }: Index): boolean => tables?.has(table) ?? true;
      for (const { sql } of waiting.filter(isDue)) database.exec(sql);
      waiting = waiting.filter((index) => !isDue(index));
    },
  };
}
