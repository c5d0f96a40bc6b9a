// Starts the project's own commands as processes, as its users do.
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a process left behind. */
export interface Ended {
  status: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
  seconds: number;
}

export interface Started {
  child: ChildProcess;
  ended: Promise<Ended>;
}

/** A compiled program of the project, by its path from the project's folder: `scripts/ingest.js`. */
export const program = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** Starts a program and gathers what it says. */
export function startProcess(command: string, args: readonly string[], options: SpawnOptions = {}): Started {
  const start = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]?.setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text;
    });
  }
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) =>
      resolve({ status, signal, ...said, seconds: (performance.now() - start) / 1000 }),
    );
  });
  return { child, ended };
}

/** Starts an ingest into a database. */
export const startIngest = (
  database: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Started =>
  startProcess(process.execPath, [program('scripts/ingest.js'), ...args], {
    env: { ...process.env, DATABASE: database, ...environment },
  });
