// The command `npm run bench`: arguments in, a page and an exit status out.
import { mkdirSync, writeFileSync } from 'node:fs';
import { caseIds } from './cases/all.ts';
import { BenchError } from './error.ts';
import { pageOf } from './report/page.ts';
import { keptResults } from './results.ts';
import { runCount } from './run.ts';
import { readSettings, type Settings, usage } from './settings.ts';

interface Context {
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown };
}

/** Runs the command and gives its exit status: 0 measured, 1 something is missing or failed, 2 wrong usage. */
export async function benchCommand(args: readonly string[], { stdout, stderr }: Context): Promise<number> {
  const settings = readSettings(args);
  if (settings === 'help') {
    stdout.write(usage);
    return 0;
  }
  const complaint = typeof settings === 'string' ? settings : unknownCase(settings);
  if (typeof settings === 'string' || complaint !== null) {
    stderr.write(`${complaint}\n\n${usage}`);
    return 2;
  }
  return measure(settings, ['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' '), stderr);
}

function unknownCase({ cases }: Settings): string | null {
  const unknown = cases?.filter((id) => !caseIds.includes(id)) ?? [];
  return unknown.length === 0 ? null : `no case ${unknown.join(', ')}; there are ${caseIds.join(', ')}`;
}

async function measure(settings: Settings, command: string, stderr: Context['stderr']): Promise<number> {
  mkdirSync(settings.folder, { recursive: true });
  try {
    let isWhole = true;
    for (const count of settings.counts) {
      const isMeasured = await runCount(settings, count, command, (text) => stderr.write(`${text}\n`));
      isWhole &&= isMeasured;
      writeFileSync(settings.page, pageOf(keptResults(settings.folder)));
    }
    return isWhole ? 0 : 1;
  } catch (error) {
    if (!(error instanceof BenchError)) throw error;
    stderr.write(`${error.message}\n`);
    return 1;
  }
}
