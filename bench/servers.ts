// How each server of the benchmark gets its data and is started; a server over another store is one more function here.
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inProject } from '../src/project.ts';
import { BenchError, type Program, type Running, runProgram, startServer, type Usage } from './processes.ts';

/** One of the servers that are compared. */
export interface Server {
  name: string;
  /** Whether it is the plain route, which knows fewer questions and no compression. */
  isPlain: boolean;
  /** The file that its database is in. */
  database: string;
  /** Loads the records of an NDJSON file into a new database. */
  ingest: (data: string) => Promise<Usage>;
  start: () => Promise<Running>;
}

/** The core that servers are kept on; the load comes from another one. */
const core = 0;

/** The project as it stands in a folder, run by the commands of its own package.json. */
export function checkout(name: string, folder: string, database: string): Server {
  const log = `${database}.log`;
  const program = (script: 'serve' | 'ingest', args: readonly string[] = []): Program => ({
    args: [...commandOf(folder, script), ...args],
    cwd: folder,
    environment: { DATABASE: database, RATE_LIMIT: '0' }, // all requests come from one client
    core: script === 'serve' ? core : null,
    log,
  });
  return {
    ...{ name, database, isPlain: false },
    ingest: (data) => {
      rmSync(database, { force: true });
      return runProgram(program('ingest', [data]));
    },
    start: () => startServer(program('serve'), '/health/ready'),
  };
}

/** The project over PostgreSQL; its ingest is the publish of the file that the first server was given. */
export function overPostgres(address: string, file: string): Server {
  const program = (
    script: string,
    args: readonly string[],
    DATABASE: string,
    onCore: number | null,
  ): Program => ({
    args: ['--max-semi-space-size=4', inProject('dist', 'scripts', script), ...args],
    ...{
      cwd: inProject(),
      environment: { DATABASE, RATE_LIMIT: '0' },
      core: onCore,
      log: `${file}-${script}.log`,
    },
  });
  return {
    ...{ name: 'PostgreSQL', database: file, isPlain: false },
    ingest: () => runProgram(program('publish.js', [address], file, null)),
    start: () => startServer(program('serve.js', [], address, core), '/health/ready'),
  };
}

/** A plain route over PostgreSQL. */
export function plainOverPostgres(address: string, log: string): Server {
  const program = (script: string, args: readonly string[], onCore: number | null): Program => ({
    args: [fileURLToPath(new URL(`plain/${script}`, import.meta.url)), ...args],
    ...{ cwd: inProject(), core: onCore, log: `${log}.log` },
  });
  return {
    ...{ name: 'plain PostgreSQL', database: `${log}.log`, isPlain: true }, // there is a log once it was loaded
    ingest: (data) => runProgram(program('postgres-load.js', [data, address], null)),
    start: () => startServer(program('postgres-server.js', [address], core), '/ready'),
  };
}

/** What follows `node` in a script of the folder's package.json. */
function commandOf(folder: string, script: string): string[] {
  const { scripts } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const [program, ...args] = (scripts[script] ?? '').split(' ');
  if (program !== 'node')
    throw new BenchError(`${folder}: the script '${script}' does not start with 'node'`);
  return args;
}

/** The plain route: the reference that says what the project's own machinery gains. */
export function plainRoute(database: string): Server {
  const program = (script: string, args: readonly string[], onCore: number | null): Program => ({
    args: [fileURLToPath(new URL(`plain/${script}`, import.meta.url)), ...args],
    ...{ cwd: inProject(), core: onCore, log: `${database}.log` },
  });
  return {
    ...{ name: 'plain', database, isPlain: true },
    ingest: (data) => runProgram(program('load.js', [data, database], null)),
    start: () => startServer(program('server.js', [database], core), '/ready'),
  };
}
