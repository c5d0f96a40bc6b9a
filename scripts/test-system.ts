// `npm run test:system`: the slow tests, which break things on purpose and run other programs; with names of files, those alone.
import process from 'node:process';
import { compiledTests, inOrder, tests } from './checks.ts';

const given = process.argv.slice(2);
const files = given.length > 0 ? compiledTests(given) : ['dist/test/system/**/*.test.js'];

process.exitCode = inOrder([tests('--disable-coverage', '--jobs=1', ...files)]);
