// Publishes the read model of a SQLite file: a schema of its own, filled and compared, then named as the current one.

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Database } from '../../sqlite/open.ts';
import { DatabaseError } from '../../store/errors.ts';
import { type Table, tables, tablesFormat } from '../tables.ts';
import { assertSame } from './compare.ts';
import { copyChunks } from './copy-rows.ts';
import { countOf, rowsOf } from './rows.ts';
import { controlTables, createIndexes, createTable, listed } from './schema.ts';
import { dropOld, type Publication, publications } from './versions.ts';

export interface PublishOptions {
  /** The SQLite file, open for reading. */
  database: Database;
  /** Connected to the primary. */
  client: Client;
  /** How many versions are kept besides the one that is published. */
  keep: number;
  dryRun?: boolean;
  onProgress?: (progress: Progress) => void;
}

export interface Progress {
  phase: string;
  /** How much of all rows is copied, from 0 to 1. */
  share: number;
}

export interface PublishReport {
  publication: Publication;
  /** Whether the file's version was the current one already. */
  isUnchanged: boolean;
  rows: number;
  /** The schemas that were dropped, or that a dry run would drop. */
  dropped: string[];
  /** Schemas that could not be dropped because somebody read them. */
  inUse: string[];
}

/** No two publishes at a time: the key of an advisory lock, "SmRc". */
const lockKey = 0x536d5263;

/**
 * Publishes the file unless its version is the current one. All of it is one transaction: whenever it ends, by an error or
 * because a process is killed, the version before is still the current one and nothing of the new one is left.
 */
export async function publish(options: PublishOptions): Promise<PublishReport> {
  const { client, database, keep, dryRun = false } = options;
  await assertUsable(client);
  const known = await publications(client);
  const fresh = nextPublication(database, known.all);
  const { current } = known;
  const isUnchanged = current !== null && isSame(current, fresh);
  const old = known.all.filter(({ number }) => number !== current?.number).slice(Math.max(keep - 1, 0));
  const report = { publication: isUnchanged ? current : fresh, isUnchanged, rows: 0, dropped: [], inUse: [] };
  if (dryRun) {
    const rows = isUnchanged ? 0 : tables.reduce((sum, table) => sum + countOf(database, table), 0);
    return { ...report, rows, dropped: isUnchanged ? [] : old.map(({ schema }) => schema) };
  }
  if (isUnchanged) return report;
  const dropping = await dropOld(client, old);
  return { ...report, ...dropping, rows: await load(options, fresh) };
}

async function assertUsable(client: Client): Promise<void> {
  const { rows } = await client.query<{ encoding: string; locked: boolean; replica: boolean }>(
    `SELECT current_setting('server_encoding') AS encoding, pg_is_in_recovery() AS replica,
      CASE WHEN pg_is_in_recovery() THEN true ELSE pg_try_advisory_lock(${lockKey}) END AS locked`,
  );
  const [{ encoding, locked, replica } = { encoding: '', locked: false, replica: false }] = rows;
  if (replica) throw new DatabaseError('the server is a replica; name its primary');
  if (encoding !== 'UTF8')
    throw new DatabaseError(
      `the database has the encoding ${encoding}; make one with: CREATE DATABASE … ENCODING 'UTF8'`,
    );
  if (!locked)
    throw new DatabaseError('another publish is under way; wait until it has finished and try again');
}

/** What the file would be published as. */
function nextPublication(database: Database, known: readonly Publication[]): Publication {
  const query = `SELECT dataset.version, dataset.derivation, derived_at AS "derivedAt"
    FROM dataset JOIN (SELECT * FROM dataset_state ORDER BY number DESC LIMIT 1)`;
  const state = database.prepare(query).get() as
    | Pick<Publication, 'version' | 'derivation' | 'derivedAt'>
    | undefined;
  if (!state) throw new DatabaseError(`${database.name}: nothing has been ingested; run: npm run ingest`);
  const number = Math.max(0, ...known.map((each) => each.number)) + 1;
  return { ...state, number, schema: `summit_${state.version}_${number}`, format: tablesFormat };
}

/** The derivation and its time tell apart ingests that gave the same records. */
const isSame = (one: Publication, other: Publication): boolean =>
  one.version === other.version &&
  one.derivation === other.derivation &&
  one.derivedAt === other.derivedAt &&
  one.format === other.format;

/** Every question looks rows up by an index, so the planner needs few statistics. Indexes are sorted in memory. */
const settings = `SET LOCAL default_statistics_target = 10; SET LOCAL maintenance_work_mem = '256MB'`;

async function load(options: PublishOptions, fresh: Publication): Promise<number> {
  const { client, database, onProgress = () => undefined } = options;
  const counts = new Map(tables.map((table) => [table, countOf(database, table)]));
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  let done = 0;
  await client.query('BEGIN');
  await client.query(settings);
  await client.query(controlTables);
  await client.query(`CREATE SCHEMA ${fresh.schema}`);
  for (const table of tables) {
    await client.query(createTable(fresh.schema, table));
    await copyTable(client, database, fresh.schema, table, (rows) => {
      done += rows;
      onProgress({ phase: `copying ${table.name}`, share: done / Math.max(all, 1) });
    });
    onProgress({ phase: `indexing ${table.name}`, share: done / Math.max(all, 1) });
    for (const statement of createIndexes(fresh.schema, table)) await client.query(statement);
    await client.query(`ANALYZE ${fresh.schema}.${table.name}`);
  }
  onProgress({ phase: 'comparing', share: 1 });
  for (const [table, count] of counts) await assertSame(client, database, fresh.schema, table, count);
  await makeCurrent(client, fresh);
  await client.query('COMMIT');
  return done;
}

/** FREEZE: the rows are visible to everybody as soon as the table is, and are never written again to say so. */
async function copyTable(
  client: Client,
  database: Database,
  schema: string,
  table: Table,
  counted: (rows: number) => void,
): Promise<void> {
  const columns = listed(Object.keys(table.columns));
  const copy = client.query(
    copyFrom(`COPY ${schema}.${table.name} (${columns}) FROM STDIN (FORMAT binary, FREEZE)`),
  );
  const chunks = copyChunks(rowsOf(database, table), Object.values(table.columns), counted);
  await pipeline(Readable.from(chunks), copy);
}

async function makeCurrent(client: Client, publication: Publication): Promise<void> {
  const { number, schema, version, derivation, derivedAt, format } = publication;
  await client.query(
    `INSERT INTO summit.publication (number, schema, version, derivation, derived_at, format)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [number, schema, version, derivation, derivedAt, format],
  );
  await client.query(
    `INSERT INTO summit.current VALUES (1, $1, $2, $3, $4, $5)
     ON CONFLICT (singleton) DO UPDATE SET number = excluded.number, schema = excluded.schema,
       version = excluded.version, derivation = excluded.derivation, format = excluded.format`,
    [number, schema, version, derivation, format],
  );
}
