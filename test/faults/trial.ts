// Runs the short form of a trial as `npm run torture` does, over what is built.

import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import t from 'tap';
import { inProject } from '../../src/project.ts';
import type { Result } from '../../torture/results.ts';

/** Tests that the promise of a trial holds. */
export function testTrial(id: string): void {
  t.test(`${id}: the promise holds`, async (t) => {
    const folder = t.testdir();
    const page = path.join(folder, 'reliability.md');
    const args = ['--only', id, '--scale', 'short', '--folder', folder, '--page', page];
    const { status, stderr } = await torture(args);
    t.equal(status, 0, stderr);
    const result = JSON.parse(readFileSync(path.join(folder, 'results', `${id}.json`), 'utf8')) as Result;
    t.strictSame(result.broken, []);
    t.not(result.figures.length, 0, 'it has figures');
    t.match(readFileSync(page, 'utf8'), `### ${id}`, 'and stands on the page');
  });
}

/**
 * Runs the command; unmeasured, for it is no part of what coverage is asked of, and its processes may not be able to write
 * where measurements are kept. Whatever is started in a test is given options of Node that measure it; `env` takes them away.
 */
export function torture(args: readonly string[]): Promise<{ status: number | null; stderr: string }> {
  const script = inProject('dist', 'scripts', 'torture.js');
  if (!existsSync(script)) throw new Error(`${script} is missing; build it with: npm run build`);
  const child = spawn('env', ['-u', 'NODE_OPTIONS', process.execPath, script, ...args], {
    cwd: inProject(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stderr })));
}
