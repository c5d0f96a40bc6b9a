// Runs the project's commands as processes of their own, compiled once, so that each starts as fast as for its users.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
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

/** Compiled for this test file alone: another one may be compiling at the same time. */
const folder = inProject('.cache', 'test', `compiled-${process.pid}`);

function compile(): void {
  const compiler = inProject('node_modules', 'typescript', 'bin', 'tsc');
  const options = ['-p', inProject('tsconfig.build.json'), '--outDir', folder, '--noCheck'];
  const { status, stdout } = spawnSync(process.execPath, [compiler, ...options], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the project does not compile: ${stdout}`);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
}

let isCompiled = false;

/** The compiled form of one of the scripts/. */
function compiled(script: string): string {
  if (!isCompiled) compile();
  isCompiled = true;
  return path.join(folder, 'scripts', `${script}.js`);
}

/** What the test runner loads to measure coverage goes with each process, its loader of TypeScript does not. */
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
