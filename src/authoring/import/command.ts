// The command `npm run import`: turns what people have into records, and tells what came of it.

import type { CommandContext } from '../../commands/context.ts';
import { Findings } from '../../ingest/check/findings.ts';
import { labelOf } from '../../ingest/read/file-names.ts';
import { fileComplaint } from '../../ingest/read/files.ts';
import { ReportError, writeReport } from '../../ingest/report-file.ts';
import { argumentsFrom, type ImportArguments, usage } from './arguments.ts';
import { Importing, Unreadable } from './importing.ts';
import { takeIn } from './known.ts';
import { storyOf } from './story.ts';
import { writeRecords } from './write.ts';

/** Runs the command and gives its exit status. */
export async function importCommand(
  args: readonly string[],
  { stdout, stderr }: CommandContext,
): Promise<number> {
  const given = argumentsFrom(args);
  if (given === 'help') {
    stdout.write(usage);
    return 0;
  }
  if (typeof given === 'string') {
    stderr.write(`${given}\n\n${usage}`);
    return 2;
  }
  const findings = new Findings(given.report !== undefined);
  const importing = new Importing(given.settings, findings);
  try {
    if (given.report !== undefined) writeReport(given.report, []);
    takeIn(given.known, importing, findings);
    await given.read(given.file, importing);
    const written = writeRecords(given.out, importing);
    if (given.report !== undefined) writeReport(given.report, findings.list().problems);
    const story = storyOf({
      ...given,
      label: given.settings.label,
      written,
      importing,
      list: findings.list(),
    });
    (written.length > 0 ? stdout : stderr).write(`${story.join('\n')}\n`);
    return written.length > 0 ? 0 : 1;
  } catch (error) {
    stderr.write(`${complaintOf(error, given)}\nNothing was written.\n`);
    return 1;
  } finally {
    importing.drafts.close();
  }
}

/** What ended an import, in words; what nobody foresaw is thrown on. */
function complaintOf(error: unknown, { settings: { label } }: ImportArguments): string {
  if (error instanceof Unreadable) return `${label}:${error.line}:${error.column}: ${error.message}`;
  if (error instanceof ReportError) return error.message;
  if (!(error instanceof Error && 'syscall' in error)) throw error;
  const { path: file = label } = error as NodeJS.ErrnoException;
  return `${labelOf(file)}: ${fileComplaint(error)}`;
}
