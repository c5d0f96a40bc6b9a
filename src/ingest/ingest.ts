// Ingests files into a database: reads and checks them, builds the new state beside the old one, and swaps the two.
import { existsSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Progress } from '../commands/progress.ts';
import { inProject } from '../project.ts';
import { explain } from '../sqlite/errors.ts';
import type { Database } from '../sqlite/open.ts';
import { writePieces } from '../sqlite/record-pieces.ts';
import { derivation } from '../store/derivation.ts';
import { DatabaseError } from '../store/errors.ts';
import { Findings } from './check/findings.ts';
import { Gaps } from './check/gaps.ts';
import { checkTogether } from './check/together.ts';
import { copyHistory, recordState } from './derive/change-log.ts';
import { contentVersion, type DatasetState, readOldDataset, storeDataset } from './derive/dataset.ts';
import { deriveReadModel } from './derive/read-model.ts';
import { Additions } from './load/additions.ts';
import { postponeIndexes } from './load/indexes.ts';
import { OldRecords } from './load/old-records.ts';
import { readFiles } from './load/read-files.ts';
import { RecordOrder } from './load/record-order.ts';
import { Records, type TakenId } from './load/records.ts';
import { openWorkspace, type Workspace } from './load/workspace.ts';
import { type Pause, pauser } from './pause.ts';
import { noteLostRenditions, prune } from './prune.ts';
import { labelOfOrigin } from './read/file-names.ts';
import { findFiles, type InputFile } from './read/files.ts';
import { type CountsByKind, type IngestReport, noCounts } from './report.ts';

export interface IngestOptions {
  /** The database's file; made where it is missing. */
  database: string;
  /** Files and folders to read. */
  paths: readonly string[];
  /** Remove what came from these paths and is no longer there. */
  prune?: boolean;
  /** Do everything but keep it. */
  dryRun?: boolean;
  /** Keep every problem, not only some of each kind. */
  keepProblems?: boolean;
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
  const findings = new Findings(options.keepProblems === true);
  const gone = options.prune === true ? options.paths.filter((given) => !existsSync(given)) : [];
  const { files, problems } = findFiles(options.paths.filter((given) => !gone.includes(given)));
  for (const problem of problems) findings.add(problem);
  if (files.length === 0 && gone.length === 0) return failed(findings, null);
  try {
    const workspace = await openWorkspace(options.database, options.dryRun === true, options.signal);
    return await load(workspace, files, gone, findings, options).finally(workspace.close);
  } catch (error) {
    if (error instanceof DatabaseError || !isRefusal(error)) throw error;
    throw new DatabaseError(`${options.database}: ${explain(error)}`, { cause: error });
  }
}

/** What SQLite or the file system said no to. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Sqlite.SqliteError || (error instanceof Error && 'syscall' in error);

/** Reads, checks, loads and derives; stops at the first of these that finds a reason not to go on. */
async function load(
  workspace: Workspace,
  files: readonly InputFile[],
  gone: readonly string[],
  findings: Findings,
  options: IngestOptions,
): Promise<IngestReport> {
  const { database, hasOld } = workspace;
  demandAllFiles(workspace, files, options.database);
  const records = new Records(database);
  const old = new OldRecords(database, hasOld);
  const additions = new Additions(database, hasOld);
  const gaps = new Gaps();
  const size = sum(files.map((file) => file.size));
  await readFiles(files, {
    records,
    old,
    additions,
    findings,
    gaps,
    pause: pauser('reading and checking', options, size),
  });
  if (options.prune === true) prune(old, findings, options.paths, gone);
  noteLostRenditions(old, findings);
  const { counts, haveMoved } = old.changes();
  const before = hasOld ? readOldDataset(database) : null;
  const isDue = haveMoved || hasChanges(counts) || before?.derivation !== derivation;
  if (findings.count === 0 && before !== null && !isDue)
    return succeeded(findings, counts, before.version, before.version);
  if (options.dryRun !== true) workspace.demandPlace();
  old.carryOver();
  for (const taken of records.takenIds()) rejectTaken(taken, records, findings);
  const pause = pauser('checking records together', options, countOf(database));
  const order = new RecordOrder(database);
  await checkTogether({ database, records, old, additions, findings, gaps }, order, pause);
  if (findings.count > 0) return failed(findings, before?.version ?? null);
  const version = contentVersion(database);
  if (options.dryRun !== true) {
    if (hasOld) copyHistory(database);
    await derive(database, order, before, { version, derivation }, options);
    workspace.publish();
  }
  return succeeded(findings, counts, before?.version ?? null, version);
}

/** A person cannot have the id of an organization that stays in the database, nor the other way round. */
function rejectTaken({ kind, id, holder }: TakenId, records: Records, findings: Findings): void {
  const file = labelOfOrigin(records.originOf(holder, id));
  const message = `'${id}' is the ${holder} from ${file}; choose another id, or remove that one with --prune`;
  findings.addIssue(records.reject(kind, id), { path: ['id'], message });
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

const succeeded = (
  findings: Findings,
  counts: CountsByKind,
  versionBefore: string | null,
  versionAfter: string,
): IngestReport => ({ counts, versionBefore, versionAfter, ...findings.list() });

const failed = (findings: Findings, version: string | null): IngestReport => ({
  counts: noCounts(),
  versionBefore: version,
  versionAfter: version,
  ...findings.list(),
});

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

const hasChanges = (counts: CountsByKind): boolean =>
  Object.values(counts).some(({ added, changed, removed }) => added + changed + removed > 0);

/** Makes the documents, and logs which of them changed. Indexes are made after the rows. */
async function derive(
  database: Database,
  order: RecordOrder,
  before: DatasetState | null,
  after: DatasetState,
  options: IngestOptions,
): Promise<void> {
  const makeIndexes = postponeIndexes(database);
  const startPhase = (part: string, units: number): Pause =>
    pauser(`building a new file, ${part}`, options, units);
  const languages = await deriveReadModel(database, order, startPhase);
  if (before?.version !== after.version || before.derivation !== after.derivation) {
    storeDataset(database, after, languages, recordState(database, after.version, after.derivation));
  }
  const pause = startPhase('indexes', 2);
  makeIndexes();
  await pause(0, 1);
  writePieces(database);
  database.pragma('main.optimize'); // statistics for the query planner; the old database stays as it is
  await pause(0, 1);
}

/** How many records there are. */
const countOf = (database: Database): number =>
  database.prepare('SELECT count(*) FROM main.record').pluck().get() as number;
