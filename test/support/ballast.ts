// Databases that are too large to be checked in the request that meets them.
import { statSync, truncateSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { checkedAtOnce } from '../../src/database/renewal.ts';
import { sealFile } from '../../src/database/seal.ts';

/** Makes a database as large as that, and seals it anew. */
export function enlarge(file: string): void {
  const database = new Sqlite(file);
  database.exec(
    `CREATE TABLE ballast (body BLOB); INSERT INTO ballast VALUES (zeroblob(${checkedAtOnce + 1}))`,
  );
  const pages = Number(database.pragma('page_count', { simple: true }));
  const size = pages * Number(database.pragma('page_size', { simple: true }));
  database.close();
  if (statSync(file).size > size) truncateSync(file, size);
  sealFile(file);
}
