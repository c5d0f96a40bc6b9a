// Loads a server with wrk and measures how much processor time the server spends on an answer.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from '../src/project.ts';
import { BenchError, pinned, processorSeconds, type Running } from './processes.ts';

/** What one load found. */
export interface Load {
  /** Answers a second. */
  rate: number;
  /** Milliseconds from a request to the end of its answer. */
  p50: number;
  p99: number;
  /** Milliseconds of processor time that the server spent on an answer; other programs on the machine hardly change it. */
  processor: number;
  /** Answers with an error status, or none. */
  errors: number;
}

export interface LoadPlan {
  paths: readonly string[];
  headers: Readonly<Record<string, string>>;
  connections: number;
  /** Whole seconds. */
  seconds: number;
  /** A text that no other load of this run has, so that no request repeats an earlier one; '' where requests may repeat. */
  hostPrefix: string;
  /** Where the list of paths is written. */
  folder: string;
}

export async function loadServer({ origin, pid }: Running, plan: LoadPlan): Promise<Load> {
  const list = path.join(plan.folder, 'paths.txt');
  writeFileSync(list, plan.paths.join('\n'));
  const options = ['-t1', `-c${plan.connections}`, `-d${plan.seconds}s`, '--timeout', '30s'];
  const headers = Object.entries(plan.headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const script = ['-s', inProject('bench', 'load.lua'), origin, '--', list, plan.hostPrefix];
  const before = processorSeconds(pid);
  const output = await outputOf(...pinned(1, 'wrk', [...options, ...headers, ...script]));
  const spent = processorSeconds(pid) - before;
  const { answers, ...found } = JSON.parse(output.trim().split('\n').at(-1) ?? '');
  return { ...found, processor: (spent * 1000) / answers };
}

function outputOf(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.once('error', reject);
    child.once('close', (status) => {
      if (status === 0) resolve(output);
      else
        reject(new BenchError(`wrk ended with ${status} (install it with: apt-get install wrk): ${output}`));
    });
  });
}
