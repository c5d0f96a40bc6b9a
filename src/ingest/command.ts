// The command `npm run ingest`: arguments in, words and an exit status out.
import { ConfigError, readConfig } from '../config.ts';
import { DatabaseError } from '../database/errors.ts';
import { inProject } from '../project.ts';
import { readArguments } from './arguments.ts';
import { type IngestOptions, ingest } from './ingest.ts';
import { progressTeller } from './progress.ts';
import { problemLines, summaryLines } from './summary.ts';

const usage = `Usage: npm run ingest -- [options] [folder or file ...]

Reads records (YAML, NDJSON), checks them, and loads them into the database: whole or not at all.
Without a folder or file it reads the project's seeds/.

  --prune    remove what came from these folders or files and is no longer there
  --dry-run  show what would change, write nothing
  --help     show this

Exit status: 0 loaded or nothing to do, 1 problems (nothing was written), 2 wrong usage, 130/143 interrupted.
`;

/** What a command depends on. */
export interface CommandContext {
  environment: Record<string, string | undefined>;
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown; isTTY?: boolean };
}

/** Runs the command and gives its exit status; never throws for anything that a user can put right. */
export async function ingestCommand(args: readonly string[], context: CommandContext): Promise<number> {
  const read = readArguments(args, ['prune', 'dry-run', 'help']);
  if ('complaint' in read) {
    context.stderr.write(`${read.complaint}\n\n${usage}`);
    return 2;
  }
  if (read.flags.has('help')) {
    context.stdout.write(usage);
    return 0;
  }
  return withSignals(context, (signal) => {
    const options = {
      database: readConfig(context.environment).DATABASE,
      paths: read.paths.length > 0 ? read.paths : [inProject('seeds')],
      prune: read.flags.has('prune'),
      dryRun: read.flags.has('dry-run'),
      signal,
    };
    return run(options, context);
  });
}

async function run(options: IngestOptions, { stdout, stderr }: CommandContext): Promise<number> {
  const progress = progressTeller(stderr);
  const report = await ingest({ ...options, onProgress: progress.tell }).finally(progress.end);
  if (report.problemCount > 0) {
    stderr.write(
      `${problemLines(report.problems, report.problemCount, 'Nothing was written.').join('\n')}\n`,
    );
    return 1;
  }
  stdout.write(`${summaryLines(report, options.dryRun === true).join('\n')}\n`);
  return 0;
}

/** A signal that asks to stop, with the exit status that shells expect of it. */
const stopSignals = { SIGINT: 130, SIGTERM: 143 } as const;

/** Runs the work so that Ctrl-C rolls it back, and so that errors of the database become one line. */
async function withSignals(
  { stderr }: CommandContext,
  work: (signal: AbortSignal) => Promise<number>,
): Promise<number> {
  const controller = new AbortController();
  const stop = (name: keyof typeof stopSignals) => controller.abort(name);
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, stop);
  try {
    return await work(controller.signal);
  } catch (error) {
    if (error === controller.signal.reason && controller.signal.aborted) {
      stderr.write('Interrupted; nothing was written.\n');
      return stopSignals[controller.signal.reason as keyof typeof stopSignals];
    }
    if (!(error instanceof DatabaseError || error instanceof ConfigError)) throw error;
    stderr.write(`${error.message}\nNothing was written.\n`);
    return 1;
  } finally {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, stop);
  }
}
