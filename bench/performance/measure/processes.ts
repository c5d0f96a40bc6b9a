// Starts processes on a core of their own, waits until they answer, and stops them.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { BenchError } from '../error.ts';

/** Whether processes can be held on one core each: on Linux, with two cores or more. */
export const canPin: boolean =
  availableParallelism() > 1 && spawnSync('taskset', ['-c', '0,1', 'true']).status === 0;

/** The command that runs another on one core, where that can be. */
export const pinned = (core: number, command: string, args: readonly string[]): [string, string[]] =>
  canPin ? ['taskset', ['-c', String(core), command, ...args]] : [command, [...args]];

/** A program of Node to start: where it runs and what it is told. */
export interface Program {
  /** The script with its arguments. */
  args: readonly string[];
  environment?: Readonly<Record<string, string>>;
  /** The core that it is held on; null for all of them. */
  core: number | null;
  /** File that takes what it writes. */
  log: string;
}

/** Starts the program; what it writes goes to its log. */
export function startProgram({ args, environment = {}, core, log }: Program): ChildProcess {
  const [command, all] = core === null ? [process.execPath, [...args]] : pinned(core, process.execPath, args);
  const output = openSync(log, 'w');
  const child = spawn(command, all, {
    stdio: ['ignore', output, output],
    env: { ...process.env, ...environment },
  });
  closeSync(output);
  return child;
}

/** A server under load. */
export interface Running {
  origin: string;
  pid: number;
  /** Milliseconds from the start of the process to its first answer. */
  startedIn: number;
  hasEnded: () => boolean;
  stop: () => Promise<void>;
}

/**
 * Starts a server that listens on the port in its PORT, or where its arguments say `{port}`, and waits until the path
 * answers 200. Throws a BenchError with the end of its log where it ends instead.
 */
export async function startServer(program: Program, path: string): Promise<Running> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const start = performance.now();
  const child = startProgram({
    ...program,
    args: program.args.map((argument) => argument.replace('{port}', String(port))),
    environment: { ...program.environment, PORT: String(port) },
  });
  for (;;) {
    if (hasEnded(child)) throw new BenchError(`no server: ${readFileSync(program.log, 'utf8').slice(-2000)}`);
    if (await answers(`${origin}${path}`)) break;
    await sleep(4);
  }
  const startedIn = performance.now() - start;
  return { origin, pid: child.pid ?? 0, startedIn, hasEnded: () => hasEnded(child), stop: () => stop(child) };
}

/** Whether the URL answers with a status that says so. */
export const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    async (response) => (await response.arrayBuffer()) && response.ok,
    () => false,
  );

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

/** Waits for what is under way; kills what does not end in five seconds. */
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

/** Runs a program to its end. Throws a BenchError with the end of its log where it fails. */
export async function runProgram(program: Program, watch?: (pid: number) => void): Promise<number> {
  const start = performance.now();
  const child = startProgram(program);
  const poll = setInterval(() => watch?.(child.pid ?? 0), 50);
  const status = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearInterval(poll);
  if (status !== 0) {
    const said = readFileSync(program.log, 'utf8').slice(-2000);
    throw new BenchError(`${program.args.join(' ')} ended with ${status}: ${said}`);
  }
  return (performance.now() - start) / 1000;
}
