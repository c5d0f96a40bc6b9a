// The command `npm run ingest`: arguments in, words and an exit status out.

import { readArguments } from '../commands/arguments.ts';
import type { CommandContext } from '../commands/context.ts';
import { progressTeller } from '../commands/progress.ts';
import { ConfigError, readConfig } from '../config.ts';
import { isPostgres } from '../postgres/address.ts';
import { inProject } from '../project.ts';
import { DatabaseError } from '../store/errors.ts';
import { type IngestOptions, ingest } from './ingest.ts';
import { ReportError, writeReport } from './report-file.ts';
import { problemLines, shownInAll, summaryLines } from './summary.ts';

const usage = `Usage: npm run ingest -- [options] [folder or file ...]

Reads records (YAML, JSON, NDJSON), checks them, and loads them into the database: whole or not at all.
Without a folder or file it reads the project's seeds/. What is new is built in a file of its own beside the database,
which then takes its place: who reads the old one goes on with it until it opens the new one.

  --prune          remove what came from these folders or files and is no longer there
  --dry-run        show what would change, write nothing
  --report <file>  write every problem to this file; of many, only some of each kind are shown
  --help           show this

Exit status: 0 loaded or nothing to do, 1 problems (nothing was written), 2 wrong usage, 130/143 interrupted.
`;

/** Runs the command and gives its exit status; never throws for anything that a user can put right. */
export async function ingestCommand(args: readonly string[], context: CommandContext): Promise<number> {
  const read = readArguments(args, ['prune', 'dry-run', 'help'], ['report']);
  if ('complaint' in read) {
    context.stderr.write(`${read.complaint}\n\n${usage}`);
    return 2;
  }
  if (read.flags.has('help')) {
    context.stdout.write(usage);
    return 0;
  }
  return withSignals(context, async (signal) => {
    const database = readConfig(context.environment).DATABASE;
    if (isPostgres(database))
      throw new ConfigError(
        'DATABASE names PostgreSQL, and the ingest makes a file: name one, then publish it with: npm run publish',
      );
    const reportFile = read.values.get('report')?.at(-1);
    const options = {
      database,
      paths: read.paths.length > 0 ? read.paths : [inProject('seeds')],
      prune: read.flags.has('prune'),
      dryRun: read.flags.has('dry-run'),
      keepProblems: reportFile !== undefined,
      signal,
    };
    return run(options, reportFile, context);
  });
}

async function run(
  options: IngestOptions,
  reportFile: string | undefined,
  { stdout, stderr }: CommandContext,
): Promise<number> {
  if (reportFile !== undefined) writeReport(reportFile, []); // before anything is loaded, as it may not be possible
  const progress = progressTeller(stderr);
  const report = await ingest({ ...options, onProgress: progress.tell }).finally(progress.end);
  if (reportFile !== undefined) writeReport(reportFile, report.problems);
  if (report.problemCount > 0) {
    const all =
      reportFile === undefined ? 'Write all to a file with --report <file>.' : `All are in ${reportFile}.`;
    const isCut = report.problemCount > shownInAll || reportFile !== undefined;
    const outcome = isCut ? `Nothing was written. ${all}` : 'Nothing was written.';
    stderr.write(`${problemLines(report, outcome).join('\n')}\n`);
    return 1;
  }
  stdout.write(`${summaryLines(report, options.dryRun === true).join('\n')}\n`);
  return 0;
}

/** Signals that ask to stop, each with the exit status that shells expect of it. */
const stopSignals = new Map<unknown, number>([
  ['SIGINT', 130],
  ['SIGTERM', 143],
]);

/** Where a file may not grow any further, the system ends a process unless it listens; then the write fails. */
const fail = (): void => undefined;

/** Runs the work so that Ctrl-C rolls it back, and so that errors of settings and database become one line. */
export async function withSignals(
  { stderr }: CommandContext,
  work: (signal: AbortSignal) => Promise<number>,
): Promise<number> {
  const controller = new AbortController();
  const stop = (name: NodeJS.Signals) => controller.abort(name);
  process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGXFSZ', fail);
  return work(controller.signal)
    .catch((error: unknown) => {
      const { status, message } = endingOf(error);
      stderr.write(`${message}\n`);
      return status;
    })
    .finally(() => process.off('SIGINT', stop).off('SIGTERM', stop).off('SIGXFSZ', fail));
}

/** How to end after an error that a user can do something about; any other is thrown on. */
function endingOf(error: unknown): { status: number; message: string } {
  const status = stopSignals.get(error);
  if (status !== undefined) return { status, message: 'Interrupted; nothing was written.' };
  if (error instanceof ConfigError) return { status: 1, message: error.message };
  if (error instanceof DatabaseError || error instanceof ReportError)
    return { status: 1, message: `${error.message}\nNothing was written.` };
  throw error;
}
