// `npm run test:system`: the slow tests, which break things on purpose and run other programs; with names of files, those alone.
import { readdirSync } from 'node:fs';
import process from 'node:process';
import { inProject } from '../src/project.ts';
import { compiledTests, inOrder, tests } from './checks.ts';

/** Tests that run two at a time. All others load, stop or kill servers and databases, and need the machine for themselves. */
const sideBySide =
  /^(?:pages\/|openapi-|(?:clients|draft-large|new-kind|regular-expressions|sbom|statements)\.)/;

const run = (jobs: number, files: readonly string[]) =>
  tests('--disable-coverage', `--jobs=${jobs}`, ...files);

const given = process.argv.slice(2);
if (given.length > 0) process.exitCode = run(1, compiledTests(given))();
else {
  const folder = 'dist/test/system';
  const names = readdirSync(inProject(folder), { recursive: true }).map(String);
  const files = names.filter((name) => name.endsWith('.test.js'));
  const isSideBySide = (name: string): boolean => sideBySide.test(name);
  const at = (name: string): string => `${folder}/${name}`;
  process.exitCode = inOrder([
    run(1, files.filter((name) => !isSideBySide(name)).map(at)),
    run(2, files.filter(isSideBySide).map(at)),
  ]);
}
