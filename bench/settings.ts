// Reads the arguments of `npm run bench`.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { inProject } from '../src/project.ts';
import { cases } from './cases.ts';

export interface Settings {
  statements: number;
  /** Another checkout to compare with. */
  against: string | null;
  isWithPlain: boolean;
  /** Whether each case is asked for compressed answers, too. */
  isWithCompression: boolean;
  /** The address of a database in PostgreSQL, to measure that store, too. */
  postgres: string | null;
  /** Ids of the cases to run. */
  cases: string[];
  rounds: number;
  /** How long one load takes. */
  seconds: number;
  /** How long the first load of each case takes, which does not count. */
  warmUp: number;
  /** Where data, databases and logs are kept. */
  folder: string;
  /** Whether data and databases of an earlier run are used as they are. */
  reuses: boolean;
}

const ids = cases.map(({ id }) => id);

export const usage = `Usage: npm run bench -- [options] [number of statements, 10000 unless given]

Generates records, ingests them, and loads the servers in turn. Prints Markdown tables. Needs wrk (apt-get install wrk).

  --against <folder>  another checkout of the project, installed and built, to compare with
  --postgres <url>    the same over PostgreSQL, published to this database, and a plain route there
  --no-plain          without the plain routes
  --no-compression    only answers as they are
  --cases <ids>       some of ${ids.join(',')}
  --rounds <n>        rounds that count (3)
  --seconds <n>       seconds of each load (2)
  --warm-up <n>       seconds of the load before them, which does not count (as many)
  --reuse             use the data and the databases of an earlier run; their ingest is not measured
  --folder <folder>   where data, databases and logs are kept (.cache/bench)
`;

/** The settings, or what is wrong with the arguments. */
export function readSettings(args: readonly string[]): Settings | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        against: { type: 'string' },
        postgres: { type: 'string' },
        'no-plain': { type: 'boolean', default: false },
        'no-compression': { type: 'boolean', default: false },
        cases: { type: 'string', default: ids.join(',') },
        rounds: { type: 'string', default: '3' },
        seconds: { type: 'string', default: '2' },
        'warm-up': { type: 'string' },
        reuse: { type: 'boolean', default: false },
        folder: { type: 'string', default: inProject('.cache', 'bench') },
      },
    });
    const chosen = values.cases.split(',');
    const unknown = chosen.filter((id) => !ids.includes(id));
    if (unknown.length > 0) return `no case '${unknown.join(',')}'`;
    return {
      statements: positive(positionals[0] ?? '10000'),
      against: values.against === undefined ? null : path.resolve(values.against),
      postgres: values.postgres ?? null,
      ...{ isWithPlain: !values['no-plain'], isWithCompression: !values['no-compression'] },
      ...{ cases: chosen, reuses: values.reuse },
      ...{ rounds: positive(values.rounds), seconds: positive(values.seconds) },
      warmUp: positive(values['warm-up'] ?? values.seconds),
      folder: path.resolve(values.folder),
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function positive(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`'${text}' is not a positive whole number`);
  return Number(text);
}
