// Files that are not the database that was served, to be put in its place, and what the log says of each.
import { mkdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';

/** A way in which the file is wrong: what it is, what makes it so, and what the log says then. */
export type Way = [what: string, act: (database: string) => void, said: RegExp];

export function otherFiles(folder: string, good: Buffer): Way[] {
  const foreign = path.join(folder, 'foreign.sqlite');
  new Sqlite(foreign).exec('CREATE TABLE contacts (name TEXT)').close();
  const half = good.subarray(0, good.length / 2);
  const damaged = /the database is damaged; restore a backup, or delete it and run: npm run ingest/;
  return [
    ['gone', (database) => rmSync(database), /is gone or out of reach; put it back/],
    ['empty', (database) => put(database, Buffer.alloc(0)), /not a Summit Record database; make one with/],
    ['emptied in place', (database) => truncateSync(database), /not a Summit Record database; make one with/],
    ['cut in half', (database) => put(database, half), damaged],
    ['cut in half in place', (database) => truncateSync(database, half.length), damaged],
    [
      "another application's",
      (database) => put(database, readFileSync(foreign)),
      /not a Summit Record database; make one with/,
    ],
    [
      'of an older schema',
      (database) => put(database, ofSchema(folder, good, 5)),
      /bring it up to date with/,
    ],
    [
      'no database at all',
      (database) => put(database, Buffer.from('Not a database. '.repeat(1_000))),
      /not a SQLite database; move it away/,
    ],
    [
      'a folder',
      (database) => {
        rmSync(database);
        mkdirSync(database);
      },
      /a folder, not a file/,
    ],
  ];
}

/** The same as a release of that schema would have left it; the first schemas had no seal. */
function ofSchema(folder: string, good: Buffer, schema: number): Buffer {
  const file = path.join(folder, `schema-${schema}.sqlite`);
  writeFileSync(file, good);
  const database = new Sqlite(file);
  const size = Number(database.pragma('page_count', { simple: true })) * pageSize;
  database.pragma(`user_version = ${schema}`);
  database.close();
  truncateSync(file, size);
  return readFileSync(file);
}

/** Puts a file in the place of another in one step. */
export function put(database: string, bytes: Buffer): void {
  writeFileSync(`${database}.new`, bytes);
  rmSync(database, { recursive: true, force: true });
  renameSync(`${database}.new`, database);
}

/** Of a database, in bytes. */
const pageSize = 8_192;
