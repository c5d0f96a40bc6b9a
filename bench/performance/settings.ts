// What one call of the benchmark does: which counts, which cases, how long, and where its files are.
import { parseArgs } from 'node:util';
import { inProject } from '../../src/project.ts';

export interface Settings {
  /** Numbers of statements, one database for each. */
  counts: number[];
  /** Ids of the cases to run; null for all. */
  cases: string[] | null;
  /** How long each subject is loaded in each round. */
  seconds: number;
  rounds: number;
  /** Whether other servers are fetched and measured, too. */
  others: boolean;
  load: 'wrk' | 'built-in';
  /** Where databases, logs and results are kept. */
  folder: string;
  /** The page to write. */
  page: string;
}

export const usage = `Usage: npm run bench -- [options] [number of statements ...]

Measures the server over generated data and writes docs/performance.md. By default at 10000, 1000000 and 5000000
statements; the last two take two hours or more and 70 GB of disk.

  --cases a,b   only these cases; a database that is there is used again, unless ingest is among them
  --seconds n   how long each subject is loaded in each round (3)
  --rounds n    how many rounds (5)
  --others      also measure json-server and soul-cli, fetched from npm into the folder of the benchmark
  --load name   wrk (default) or built-in, which needs no program and reaches less
  --folder path where databases and results are kept (.cache/bench)
  --page path   where the page is written (docs/performance.md)
  --help        show this
`;

const options = {
  cases: { type: 'string' },
  seconds: { type: 'string', default: '3' },
  rounds: { type: 'string', default: '5' },
  others: { type: 'boolean', default: false },
  load: { type: 'string', default: 'wrk' },
  folder: { type: 'string', default: inProject('.cache', 'bench') },
  page: { type: 'string', default: inProject('docs', 'performance.md') },
  help: { type: 'boolean', default: false },
} as const;

/** Reads the arguments. Gives what is wrong as a text, and 'help' where that is asked for. */
export function readSettings(args: readonly string[]): Settings | string {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (values.help) return 'help';
    return {
      counts: positionals.length > 0 ? positionals.map(wholeNumber) : [10_000, 1_000_000, 5_000_000],
      cases: values.cases?.split(',') ?? null,
      seconds: positive(values.seconds),
      rounds: wholeNumber(values.rounds),
      others: values.others,
      load: loadOf(values.load),
      folder: values.folder,
      page: values.page,
    };
  } catch (error) {
    return String(error instanceof Error ? error.message : error);
  }
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`expected a whole number, found '${text}'`);
  return Number(text);
}

function positive(text: string): number {
  if (!(Number(text) > 0)) throw new Error(`expected a number of seconds, found '${text}'`);
  return Number(text);
}

function loadOf(text: string): Settings['load'] {
  if (text !== 'wrk' && text !== 'built-in') throw new Error(`expected wrk or built-in, found '${text}'`);
  return text;
}
