// Runs the project's commands as processes of their own, the way npm does.
import { type ChildProcess, spawn } from 'node:child_process';
import { inProject } from '../../src/project.ts';

/** What a process left behind. */
export interface Ended {
  status: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface Started {
  child: ChildProcess;
  ended: Promise<Ended>;
}

/** Starts one of the scripts/; the loader that runs TypeScript here runs it there. */
export function start(
  script: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Started {
  const child = spawn(
    process.execPath,
    [...process.execArgv, inProject('scripts', `${script}.ts`), ...args],
    {
      cwd: inProject(),
      env: { ...process.env, ...environment },
    },
  );
  return { child, ended: endOf(child) };
}

/** Starts a script and waits for its end. */
export const run = (
  script: string,
  args: readonly string[],
  environment?: Record<string, string>,
): Promise<Ended> => start(script, args, environment).ended;

export function endOf(child: ChildProcess): Promise<Ended> {
  const texts = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]?.setEncoding('utf8').on('data', (text: string) => {
      texts[stream] += text;
    });
  }
  return new Promise((resolve) => {
    child.on('close', (status, signal) => resolve({ status, signal, ...texts }));
  });
}

const { PATH } = process.env;
const searchPath = PATH === undefined ? {} : { PATH };

/** The loader of TypeScript alone: what else the test runner loads needs files that only it may write. */
const loaderOnly = process.execArgv.filter((argument) => argument.includes('typescript'));

/** Starts the ingest as a user whom permissions hold, even where the tests run as root. */
export function unprivileged(args: readonly string[], environment: Record<string, string>): Promise<Ended> {
  const isRoot = process.getuid?.() === 0;
  const child = spawn(process.execPath, [...loaderOnly, inProject('scripts', 'ingest.ts'), ...args], {
    cwd: inProject(),
    env: { ...searchPath, TS_NODE_TRANSPILE_ONLY: '1', ...environment },
    ...(isRoot ? { uid: 65534, gid: 65534 } : {}),
  });
  return endOf(child);
}

/** Node dies of this signal otherwise; with a listener the write fails instead, as it does on a full disk. */
const survivesLimit = '--import=data:text/javascript,process.on("SIGXFSZ",()=>{})';

/** Starts the ingest where no file may grow beyond so many KiB. */
export function limited(
  kibibytes: number,
  args: readonly string[],
  environment: Record<string, string>,
): Promise<Ended> {
  const command = [
    process.execPath,
    survivesLimit,
    ...loaderOnly,
    inProject('scripts', 'ingest.ts'),
    ...args,
  ];
  const child = spawn('bash', ['-c', `ulimit -f ${kibibytes}; exec "$0" "$@"`, ...command], {
    cwd: inProject(),
    env: { ...searchPath, TS_NODE_TRANSPILE_ONLY: '1', ...environment },
  });
  return endOf(child);
}
