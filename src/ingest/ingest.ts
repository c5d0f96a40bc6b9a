// Ingests files into a database: reads, checks and loads them in one transaction, whole or not at all.
import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { recordState } from '../changes/record.ts';
import { derivation } from '../database/derivation.ts';
import { DatabaseError, explain } from '../database/errors.ts';
import { migrate } from '../database/migrate.ts';
import { type Database, openForWriting } from '../database/open.ts';
import { deriveReadModel } from '../database/read-model.ts';
import { applyStaged, rememberMoves } from './apply.ts';
import { BareReferences } from './checks/bare-references.ts';
import { checkNames } from './checks/names.ts';
import { checkReferences } from './checks/references.ts';
import { checkSpans } from './checks/spans.ts';
import { checkTrees } from './checks/trees.ts';
import { checkUniqueness } from './checks/uniqueness.ts';
import { findFiles, type InputFile } from './files.ts';
import { Findings } from './findings.ts';
import { type Progress, pauser } from './pause.ts';
import { markRemoved } from './prune.ts';
import { readFiles } from './reading.ts';
import { type CountsByKind, countRecords, type IngestReport, noCounts } from './report.ts';
import { Reporter } from './reporter.ts';
import { Resolver } from './resolver.ts';
import { Staging } from './staging.ts';
import { contentVersion, storedDerivation, storedVersion, storeVersion } from './version.ts';
import { Vocabulary } from './vocabulary.ts';

export interface IngestOptions {
  /** The database's file; made where it is missing. */
  database: string;
  /** Files and folders to read. */
  paths: readonly string[];
  /** Remove what came from these paths and is no longer there. */
  prune?: boolean;
  /** Do everything but keep it. */
  dryRun?: boolean;
  /** Stops the work between two records; everything is rolled back. */
  signal?: AbortSignal;
  /** Told about every 500 records. */
  onProgress?: (progress: Progress) => void;
}

/**
 * Brings the database up to what the files hold. Problems of the input are in the report; a database that cannot be
 * used throws a DatabaseError, and an aborted signal its reason. In each case the database is as it was.
 */
export async function ingest(options: IngestOptions): Promise<IngestReport> {
  const findings = new Findings();
  const { files, problems } = findFiles(options.paths);
  for (const problem of problems) findings.add(problem);
  if (files.length === 0) return failed(findings, null);
  const database = openFor(options);
  return load(database, files, findings, options)
    .catch((error: unknown) => {
      if (!(error instanceof Sqlite.SqliteError)) throw error;
      throw new DatabaseError(`${options.database}: ${explain(error)}`, { cause: error });
    })
    .finally(() => {
      if (database.inTransaction) database.exec('ROLLBACK');
      database.close();
    });
}

/** Trying what a load into a missing database would do needs a database too, but none that stays. */
function openFor({ database: file, dryRun }: IngestOptions): Database {
  if (dryRun !== true || existsSync(file)) return openForWriting(file);
  const database = new Sqlite('');
  migrate(database, file);
  database.pragma('foreign_keys = ON');
  return database;
}

/** The transaction: everything up to the commit, or up to the first reason not to. */
async function load(
  database: Database,
  files: readonly InputFile[],
  findings: Findings,
  options: IngestOptions,
): Promise<IngestReport> {
  database.exec('BEGIN IMMEDIATE'); // the only writer from here on
  const staging = new Staging(database);
  const vocabulary = new Vocabulary(database);
  const bare = new BareReferences();
  await readFiles(files, { staging, findings, vocabulary, bare, pause: pauser('read', options) });
  if (options.prune === true) markRemoved(database, options.paths);
  const counts = countRecords(database, staging);
  if (hasChanges(counts) || findings.count > 0) {
    const reporter = new Reporter(database, staging, findings);
    const resolver = new Resolver(database, vocabulary);
    await applyStaged(database, staging, resolver, reporter, pauser('write', options));
    bare.check(staging, resolver, reporter);
    checkTogether(database, vocabulary, reporter, findings);
  }
  rememberMoves(database, staging);
  const versionBefore = storedVersion(database);
  if (findings.count > 0) return failed(findings, versionBefore);
  const versionAfter = contentVersion(database);
  if (options.dryRun !== true) await finish(database, versionBefore, versionAfter, options);
  return { counts, versionBefore, versionAfter, problems: [], problemCount: 0 };
}

const failed = (findings: Findings, version: string | null): IngestReport => ({
  counts: noCounts(),
  versionBefore: version,
  versionAfter: version,
  problems: findings.located(),
  problemCount: findings.count,
});

const hasChanges = (counts: CountsByKind): boolean =>
  Object.values(counts).some(({ added, changed, removed }) => added + changed + removed > 0);

/** The rules that need all records at once. */
function checkTogether(
  database: Database,
  vocabulary: Vocabulary,
  reporter: Reporter,
  findings: Findings,
): void {
  checkReferences(database, vocabulary, reporter, findings);
  checkTrees(database, reporter);
  checkSpans(database, reporter);
  checkUniqueness(database, reporter);
  checkNames(database, reporter);
}

/** Derives what is answered, where the content or the code is new, and commits. */
async function finish(
  database: Database,
  before: string | null,
  after: string,
  options: IngestOptions,
): Promise<void> {
  const isNew = before !== after || storedDerivation(database) !== derivation;
  if (isNew) {
    await pauser('derive', options)(0);
    deriveReadModel(database);
    recordState(database, after, derivation);
    storeVersion(database, after, derivation);
  }
  await pauser('derive', options)(0);
  database.exec('COMMIT');
  if (isNew) tidy(database);
}

/** The load is committed by now: what cannot be tidied today is tidied by the next one. */
function tidy(database: Database): void {
  try {
    database.pragma('wal_checkpoint(TRUNCATE)'); // the next reader finds a small log
    database.pragma('optimize'); // fresh statistics for the query planner
  } catch {
    // nothing is lost: the log holds the load, and is read with the database
  }
}
