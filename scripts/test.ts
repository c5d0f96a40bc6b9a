// `npm test`: lint, the rules between folders and all functional tests with coverage, a process for each folder; with names of test files,
// those alone, each in its own process, without coverage.
// `run.mjs` has compiled everything before, which is the type check.
import process from 'node:process';
import { compiledTests, inOrder, program, tests } from './checks.ts';

const files = process.argv.slice(2);

process.exitCode = inOrder(
  files.length > 0
    ? [tests('--disable-coverage', ...compiledTests(files))]
    : [
        program('biome', 'check', '--error-on-warnings'),
        program('depcruise', '--config', '.dependency-cruiser.json', 'src'),
        tests('.cache/test/programs/*.test.js'),
      ],
);
