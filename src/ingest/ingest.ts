// Ingests files into a database: reads and checks them, builds the new state beside the old one, and swaps the two.
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { inProject } from '../project.ts';
import { recordState } from '../resources/changes/record.ts';
import { explain } from '../sqlite/errors.ts';
import type { Database } from '../sqlite/open.ts';
import { deriveReadModel } from '../sqlite/read-model.ts';
import { writePieces } from '../sqlite/record-pieces.ts';
import { derivation } from '../store/derivation.ts';
import { DatabaseError } from '../store/errors.ts';
import { applyStaged, rememberMoves } from './apply.ts';
import { carryDataset, carryOver } from './building/carry-over.ts';
import { postponeIndexes, type WaitingIndexes } from './building/indexes.ts';
import { truthTables } from './building/truth-tables.ts';
import { openWorkspace, type Workspace } from './building/workspace.ts';
import { BareReferences } from './checks/bare-references.ts';
import { checkNames } from './checks/names.ts';
import { checkReferences } from './checks/references.ts';
import { checkSpans } from './checks/spans.ts';
import { checkTrees } from './checks/trees.ts';
import { checkUniqueness } from './checks/uniqueness.ts';
import { labelOfOrigin } from './file-names.ts';
import { findFiles, type InputFile } from './files.ts';
import { Findings } from './findings.ts';
import { type Pause, type Progress, pauser } from './pause.ts';
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
  /** Stops the work between two records; what was built is given up. */
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
  try {
    const workspace = await openWorkspace(options.database, options.dryRun === true, options.signal);
    return await load(workspace, files, findings, options).finally(workspace.close);
  } catch (error) {
    if (error instanceof DatabaseError || !isRefusal(error)) throw error;
    throw new DatabaseError(`${options.database}: ${explain(error)}`, { cause: error });
  }
}

/** What SQLite or the file system said no to. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Sqlite.SqliteError || (error instanceof Error && 'syscall' in error);

/** Everything up to the new file's taking its place, or up to the first reason not to. */
async function load(
  workspace: Workspace,
  files: readonly InputFile[],
  findings: Findings,
  options: IngestOptions,
): Promise<IngestReport> {
  const { database, hasOld } = workspace;
  demandAllFiles(workspace, files, options.database);
  if (hasOld) carryDataset(database);
  const staging = new Staging(database, hasOld);
  const vocabulary = new Vocabulary(database);
  const bare = new BareReferences();
  const pause = pauser('read', options, sum(files.map(({ size }) => size)));
  await readFiles(files, { staging, findings, vocabulary, bare, pause });
  if (hasOld && options.prune === true) markRemoved(database, options.paths);
  const counts = countRecords(database, staging);
  const versionBefore = storedVersion(database);
  const isDue = hasChanges(counts) || versionBefore === null || hasNews(database, staging);
  if (findings.count === 0 && !isDue) return succeeded(counts, versionBefore, versionBefore);
  if (options.dryRun !== true) workspace.demandPlace();
  const indexes = postponeIndexes(database);
  const toWrite = sum(Object.values(counts).map(({ added, changed }) => added + changed));
  await buildTruth(
    { workspace, staging, vocabulary, bare, findings, indexes },
    pauser('write', options, toWrite),
  );
  if (findings.count > 0) return failed(findings, versionBefore);
  const versionAfter = contentVersion(database);
  if (options.dryRun !== true) {
    await finish(database, versionBefore, versionAfter, indexes, options);
    workspace.publish();
  }
  return succeeded(counts, versionBefore, versionAfter);
}

/** A database of an earlier schema is built anew, which must not lose the records of files that are not read now. */
function demandAllFiles({ outdated }: Workspace, files: readonly InputFile[], database: string): void {
  const byPath = files.map((file) => path.relative(inProject(), file.path)); // as schemas up to 12 name them
  const read = new Set([...files.map(({ origin }) => origin), ...byPath]);
  const missing = outdated.filter((origin) => !read.has(origin)).map(labelOfOrigin);
  if (missing.length === 0) return;
  throw new DatabaseError(
    `${database}: an earlier release made it, so it is built anew; name all files that it was made from, ` +
      `also ${missing.join(', ')}, or remove it first`,
  );
}

/** Whether something else is new than the records: where they stand, or the code that makes the answers. */
const hasNews = (database: Database, staging: Staging): boolean =>
  storedDerivation(database) !== derivation || staging.moved().length > 0;

const succeeded = (
  counts: CountsByKind,
  versionBefore: string | null,
  versionAfter: string,
): IngestReport => ({ counts, versionBefore, versionAfter, problems: [], problemCount: 0 });

const failed = (findings: Findings, version: string | null): IngestReport => ({
  counts: noCounts(),
  versionBefore: version,
  versionAfter: version,
  problems: findings.located(),
  problemCount: findings.count,
});

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

const hasChanges = (counts: CountsByKind): boolean =>
  Object.values(counts).some(({ added, changed, removed }) => added + changed + removed > 0);

interface Building {
  workspace: Workspace;
  staging: Staging;
  vocabulary: Vocabulary;
  bare: BareReferences;
  findings: Findings;
  indexes: WaitingIndexes;
}

/** Fills the truth of the new database from the old one and from what was read, and checks it as a whole. */
async function buildTruth(
  { workspace: { database, hasOld }, staging, vocabulary, bare, findings, indexes }: Building,
  pause: Pause,
): Promise<void> {
  const reporter = new Reporter(database, staging, findings);
  const resolver = new Resolver(database, vocabulary);
  if (hasOld) await carryOver(database, pause);
  await applyStaged(database, staging, resolver, reporter, pause);
  rememberMoves(database, staging);
  indexes.make(
    new Set(['record', 'retired_id', 'rendition_quote', ...truthTables.map(({ table }) => table)]),
  );
  bare.check(staging, resolver, reporter);
  checkTogether(database, vocabulary, reporter, findings);
}

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

/** Derives what is answered, and takes note of what became of it. */
async function finish(
  database: Database,
  before: string | null,
  after: string,
  indexes: WaitingIndexes,
  options: IngestOptions,
): Promise<void> {
  const pause = pauser('derive', options, answersToDerive(database));
  const isNew = before !== after || storedDerivation(database) !== derivation;
  await deriveReadModel(database, pause);
  if (isNew) {
    const at = recordState(database, after, derivation);
    storeVersion(database, after, derivation, at);
  }
  indexes.make();
  writePieces(database);
  database.pragma('main.optimize'); // statistics for the query planner; the old database stays as it is
  await pause(0);
}

/** One for each record and each rendition; the few others are made in no time. */
const answersToDerive = (database: Database): number =>
  database
    .prepare('SELECT (SELECT count(*) FROM record) + (SELECT count(*) FROM rendition)')
    .pluck()
    .get() as number;
