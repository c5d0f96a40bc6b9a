// Runs the checks of the project one after another: programs of development dependencies, and the tests.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { inProject } from '../src/project.ts';

/** A command that ends with an exit status. */
type Check = () => number;

/** A program of a development dependency. */
export const program =
  (name: string, ...args: string[]): Check =>
  () =>
    statusOf(inProject('node_modules', '.bin', name), args);

/** Loads the database that the tests read, then runs the tests with these arguments for tap. */
export const tests =
  (...args: string[]): Check =>
  () =>
    inOrder([
      ...(isTapBuilt() ? [] : [program('tap', 'build')]),
      () => statusOf(process.execPath, [inProject('dist', 'test', 'support', 'prepare.js')]),
      program('tap', 'run', ...args),
    ]);

/** As installed, tap loads its plugins for TypeScript and mocks into every process, which our tests do not need (package.json). */
function isTapBuilt(): boolean {
  const built = inProject('node_modules', '@tapjs', 'test', 'test-built', 'dist', 'esm', 'index.js');
  return !/Plugin_(?:typescript|mock)/.test(readFileSync(built, 'utf8'));
}

/** Runs the checks until one fails. Returns the exit status. */
export function inOrder(checks: readonly Check[]): number {
  for (const check of checks) {
    const status = check();
    if (status !== 0) return status;
  }
  return 0;
}

/** The compiled files of tests that are named by their sources. */
export const compiledTests = (sources: readonly string[]): string[] =>
  sources.map((source) => `dist/${source.replace(/^\.\//, '').replace(/\.tsx?$/, '.js')}`);

function statusOf(command: string, args: readonly string[]): number {
  const { status } = spawnSync(command, args, {
    cwd: inProject(),
    stdio: 'inherit',
    shell: process.platform === 'win32', // the programs are scripts there
    env: { ...process.env, CI: 'false' }, // tap's report keeps failures to itself where CI is set
  });
  return status ?? 1;
}
