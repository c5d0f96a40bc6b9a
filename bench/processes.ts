// Starts processes, each on one core where there are several, waits until they answer, and measures and stops them.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

/** Says why the benchmark cannot run, and what to do about it. */
export class BenchError extends Error {
  override name = 'BenchError';
}

/** Whether a process can be kept on one core: on Linux, with two cores or more. */
const canPin = availableParallelism() > 1 && spawnSync('taskset', ['-c', '0,1', 'true']).status === 0;

/** The command line that runs a command on one core, or on any core where that is not possible. */
export const pinned = (core: number, command: string, args: readonly string[]): [string, string[]] =>
  canPin ? ['taskset', ['-c', String(core), command, ...args]] : [command, [...args]];

/** Asks again while a server sheds load, as one does that has just started. */
export async function fetchPatiently(url: string): Promise<Response> {
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(url);
    if (answer.status !== 503 || tries === 50) return answer;
    await answer.arrayBuffer();
    await sleep(200);
  }
}

/** A Node program to start. */
export interface Program {
  /** The flags of Node, the script and its arguments. */
  args: readonly string[];
  /** The working directory. */
  cwd: string;
  environment?: Readonly<Record<string, string>>;
  /** The core that it is kept on; null for all of them. */
  core: number | null;
  /** The file that takes its output. */
  log: string;
}

function startProgram({ args, cwd, environment = {}, core, log }: Program): ChildProcess {
  const [command, all] = core === null ? [process.execPath, [...args]] : pinned(core, process.execPath, args);
  const output = openSync(log, 'w');
  const env = { ...process.env, ...environment };
  const child = spawn(command, all, { cwd, stdio: ['ignore', output, output], env });
  closeSync(output);
  return child;
}

/** A server that answers. */
export interface Running {
  origin: string;
  pid: number;
  stop: () => Promise<void>;
}

/** Starts a server on a free port, given as PORT, and waits until the path answers 200. Throws a BenchError if the server ends. */
export async function startServer(program: Program, path: string): Promise<Running> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const environment = { ...program.environment, HOST: '127.0.0.1', PORT: String(port) };
  const child = startProgram({ ...program, environment });
  while (!(await answers(origin + path))) {
    if (hasEnded(child)) throw new BenchError(`no server: ${readFileSync(program.log, 'utf8').slice(-2000)}`);
    await sleep(20);
  }
  return { origin, pid: child.pid ?? 0, stop: () => stop(child) };
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    async (response) => (await response.arrayBuffer()) && response.ok,
    () => false,
  );

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

/** Sends SIGTERM, and SIGKILL if the process still runs after five seconds. */
async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(killer);
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** What a finished program took: seconds, seconds of processor time, and the most resident memory in MiB. */
export interface Usage {
  seconds: number;
  processor: number;
  peak: number;
}

/** Runs a program to its end. Throws a BenchError with the end of its log if it fails. */
export async function runProgram(program: Program): Promise<Usage> {
  const start = performance.now();
  const child = startProgram(program);
  const usage = { processor: 0, peak: 0 };
  const poll = setInterval(() => {
    usage.processor = Math.max(usage.processor, processorSeconds(child.pid ?? 0));
    usage.peak = Math.max(usage.peak, memoryOf(child.pid ?? 0).peak);
  }, 50);
  const status = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearInterval(poll);
  if (status !== 0) {
    const said = readFileSync(program.log, 'utf8').slice(-2000);
    throw new BenchError(`${program.args.join(' ')} ended with ${status}: ${said}`);
  }
  return { seconds: (performance.now() - start) / 1000, ...usage };
}

/** Resident memory of a process in MiB, now and at most; 0 where it has ended or the system is not Linux. */
export function memoryOf(pid: number): { resident: number; peak: number } {
  const status = readProc(`${pid}/status`);
  const field = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024;
  return { resident: field('VmRSS'), peak: field('VmHWM') };
}

/** Processor time of all threads of a process so far, in seconds; the system counts in hundredths. */
export function processorSeconds(pid: number): number {
  const fields = readProc(`${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
}

function readProc(file: string): string {
  try {
    return readFileSync(`/proc/${file}`, 'utf8');
  } catch {
    return '';
  }
}
