/**
 * Reads one answer to its end and throws it away, and says how long that took. A process of its own, because pieces that
 * come in make the garbage collector look through all that a process holds, and the benchmark holds what it will ask for.
 *
 *     node dist/bench/performance/load/download.js <url>
 *     {"seconds":0.8,"bytes":123456789}
 */
import process from 'node:process';
import { readWhole } from './whole.ts';

process.stdout.write(`${JSON.stringify(await readWhole(process.argv[2] ?? ''))}\n`);
