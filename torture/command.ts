// The command `npm run torture`: arguments in, a page and an exit status out.
import { writeFileSync } from 'node:fs';
import { pageOf } from './page.ts';
import { keptResult } from './results.ts';
import { runTrials } from './run.ts';
import { readSettings, usage } from './settings.ts';
import { trials } from './trials.ts';

interface Context {
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown };
}

/** Runs the command and gives its exit status: 0 every promise held, 1 one was broken, 2 wrong usage. */
export async function tortureCommand(args: readonly string[], { stdout, stderr }: Context): Promise<number> {
  const settings = readSettings(
    args,
    trials.map(({ id }) => id),
  );
  if (settings === 'help') {
    stdout.write(usage);
    return 0;
  }
  if (typeof settings === 'string') {
    stderr.write(`${settings}\n\n${usage}`);
    return 2;
  }
  const command = ['npm run torture', ...(args.length > 0 ? ['--', ...args] : [])].join(' ');
  const holds = await runTrials(trials, settings, command, (text) => stderr.write(`${text}\n`));
  const tried = trials.map((trial) => ({ trial, result: keptResult(settings.folder, trial) }));
  writeFileSync(settings.page, pageOf(tried));
  return holds ? 0 : 1;
}
