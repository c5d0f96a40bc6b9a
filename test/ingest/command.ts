// Runs the project's commands as processes of their own, from the compiled tree that the tests run from too.
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

type Environment = Record<string, string>;

/** The compiled form of one of the scripts/. */
const compiled = (script: string): string => inProject('dist', 'scripts', `${script}.js`);

/** The argument by which the test runner measures coverage goes with each process. */
const measuring = process.execArgv.filter((argument) => argument.includes('processinfo'));

/** Starts one of the scripts/. */
export function start(script: string, args: readonly string[], environment: Environment = {}): Started {
  const child = spawn(process.execPath, [...measuring, compiled(script), ...args], {
    cwd: inProject(),
    env: { ...process.env, ...environment },
  });
  return { child, ended: endOf(child) };
}

/** Starts a script and waits for its end. */
export const run = (script: string, args: readonly string[], environment?: Environment): Promise<Ended> =>
  start(script, args, environment).ended;

/** Runs a compiled program, named from scripts/, that is no part of what coverage is asked of. */
export const unmeasured = (program: string, args: readonly string[]): Promise<Ended> =>
  endOf(
    spawn(process.execPath, [compiled(program), ...args], {
      cwd: inProject(),
      env: { ...process.env, _TAPJS_PROCESSINFO_COVERAGE_: '0' },
    }),
  );

/** Runs a script as a user whom permissions hold, even where the tests run as root; unmeasured, it cannot write. */
export const unprivileged = (
  args: readonly string[],
  environment: Environment,
  script = 'ingest',
): Promise<Ended> => startUnprivileged(script, args, environment).ended;

/** Starts a script as such a user. */
export function startUnprivileged(
  script: string,
  args: readonly string[],
  environment: Environment,
): Started {
  const isRoot = process.getuid?.() === 0;
  const settings = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  const command = ['-i', ...settings, process.execPath, compiled(script), ...args]; // nothing of the test runner's
  const child = spawn('env', command, {
    cwd: inProject(),
    ...(isRoot ? { uid: 65534, gid: 65534 } : {}),
  });
  return { child, ended: endOf(child) };
}

/** Runs a script where no file may grow beyond so many KiB. */
export function limited(
  kibibytes: number,
  args: readonly string[],
  environment: Environment,
  script = 'ingest',
): Promise<Ended> {
  const command = [process.execPath, compiled(script), ...args];
  const child = spawn('bash', ['-c', `ulimit -f ${kibibytes}; exec "$0" "$@"`, ...command], {
    cwd: inProject(),
    env: environment,
  });
  return endOf(child);
}

function endOf(child: ChildProcess): Promise<Ended> {
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
