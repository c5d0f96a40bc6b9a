// Makes the schema of a new database from numbered SQL files, and tells which schema a database has.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Database } from 'better-sqlite3';
import { inProject } from '../project.ts';
import { DatabaseError } from '../store/errors.ts';
import { explain } from './errors.ts';

/** "SmRc": marks a file as a Summit Record database (SQLite's application_id). */
export const applicationId = 0x536d5263;

interface Migration {
  number: number;
  name: string;
  sql: string;
  checksum: string;
}

const migrations = readMigrations(inProject('migrations'));

/** Schemas up to this number existed before the first release; their migrations are gone. */
const lastUnreleased = 11;

/** The schema that this release reads and writes. */
export const schemaVersion = (): number => lastUnreleased + migrations.length;

/** Makes the tables of an empty database. Throws a DatabaseError that names the migration which fails. */
export function migrate(database: Database): void {
  database
    .transaction(() => {
      database.pragma(`application_id = ${applicationId}`);
      database.exec(
        'CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL) STRICT',
      );
      for (const migration of migrations) apply(database, migration);
      database.pragma(`user_version = ${schemaVersion()}`);
    })
    .exclusive();
}

/**
 * The number of the schema that a database has; 0 for an empty one. Throws a DatabaseError where the file is another
 * application's, where its schema is newer than this release's, or where it was made by other migrations.
 */
export function schemaOf(database: Database, file: string): number {
  const version = Number(database.pragma('user_version', { simple: true }));
  if (!isOurs(database)) {
    if (database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0) return 0;
    throw new DatabaseError(
      `${file}: belongs to another application; name another file in DATABASE, nothing was changed`,
    );
  }
  if (version > schemaVersion()) {
    throw new DatabaseError(
      `${file}: has schema ${version}, newer than this release's ${schemaVersion()}; use the newer release`,
    );
  }
  if (version === schemaVersion()) checkHistory(database, file);
  return version;
}

const isOurs = (database: Database): boolean =>
  database.pragma('application_id', { simple: true }) === applicationId;

function checkHistory(database: Database, file: string): void {
  const applied = database
    .prepare('SELECT number, name, checksum FROM migration ORDER BY number')
    .all() as Migration[];
  for (const { number, name, checksum } of applied) {
    if (migrations[number - 1]?.checksum !== checksum) {
      throw new DatabaseError(
        `${file}: migration ${name} was applied in another wording; use the release that made the database, ` +
          'or make a new one from the seeds',
      );
    }
  }
}

function apply(database: Database, { number, name, sql, checksum }: Migration): void {
  try {
    database.exec(sql);
  } catch (error) {
    throw new DatabaseError(`migrations/${name}: ${explain(error)}`, {
      cause: error,
    });
  }
  database.prepare('INSERT INTO migration VALUES (?, ?, ?)').run(number, name, checksum);
}

/** Reads the folder's `NNNN_name.sql` files; their numbers run from 1 without a gap. */
function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}_\w+\.sql$/.test(name));
  return names.sort().map((name) => {
    const sql = readFileSync(path.join(folder, name), 'utf8');
    return {
      number: Number(name.slice(0, 4)),
      name,
      sql,
      checksum: createHash('sha256').update(sql).digest('hex'),
    };
  });
}
