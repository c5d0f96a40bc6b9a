/**
 * Generates data of any size for the benchmark: the same count gives the same bytes, and a smaller set is a part of a
 * larger one.
 *
 *     node dist/bench/performance/generate.js 10000 data.ndjson
 */
import process from 'node:process';
import { writeData } from './dataset/write.ts';

const [count = '', file = ''] = process.argv.slice(2);
if (/^[1-9]\d*$/.test(count) && file !== '') writeData(file, Number(count));
else {
  process.stderr.write(
    'Usage: node dist/bench/performance/generate.js <number of statements> <file.ndjson>\n',
  );
  process.exitCode = 2;
}
