// What one call of the torture does: which trials, how much of each, and where its files are.
import { parseArgs } from 'node:util';
import { inProject } from '../src/project.ts';
import type { Scale } from './trial.ts';

export interface Settings {
  /** Ids of the trials to run; null for all. */
  only: string[] | null;
  scale: Scale;
  /** Where trials work and results are kept. */
  folder: string;
  /** The page to write. */
  page: string;
}

export const usage = `Usage: npm run torture -- [options]

Breaks things on purpose, one promise after another, and writes docs/reliability.md. All trials take half an hour on two
cores. What was found is kept, so that a run of some trials leaves the others on the page as they were.

  --only a,b     only these trials
  --scale scale  full (default) or short, which takes seconds for each
  --folder path  where trials work and results are kept (.cache/torture)
  --page path    where the page is written (docs/reliability.md)
  --help         show this

TORTURE_SEED=n repeats the generated requests of an earlier run.

Exit status: 0 every promise held, 1 one was broken, 2 wrong usage.
`;

const options = {
  only: { type: 'string' },
  scale: { type: 'string', default: 'full' },
  folder: { type: 'string', default: inProject('.cache', 'torture') },
  page: { type: 'string', default: inProject('docs', 'reliability.md') },
  help: { type: 'boolean', default: false },
} as const;

/** Reads the arguments, with the ids of the trials that there are. Gives what is wrong as a text, and 'help' where that is asked for. */
export function readSettings(args: readonly string[], known: readonly string[]): Settings | string {
  try {
    const { values } = parseArgs({ args: [...args], options });
    if (values.help) return 'help';
    const only = values.only?.split(',') ?? null;
    const unknown = only?.filter((id) => !known.includes(id)) ?? [];
    if (unknown.length > 0) return `no trial ${unknown.join(', ')}; there are ${known.join(', ')}`;
    return { only, scale: scaleOf(values.scale), folder: values.folder, page: values.page };
  } catch (error) {
    return String(error instanceof Error ? error.message : error);
  }
}

function scaleOf(text: string): Scale {
  if (text !== 'short' && text !== 'full') throw new Error(`expected short or full, found '${text}'`);
  return text;
}
