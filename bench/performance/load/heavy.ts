/**
 * Keeps a server busy with heavy requests until it is told to end, then says how many were answered: broad searches,
 * facets that nobody asked for, everything as one answer.
 *
 *     node dist/bench/performance/load/heavy.js <origin> <file of paths> <path of everything>
 *     {"answered":120}
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { readWhole } from './whole.ts';

const [origin = '', file = '', everything = ''] = process.argv.slice(2);
const paths = readFileSync(file, 'utf8').split('\n');
let [at, answered] = [0, 0];

process.once('SIGTERM', () => {
  process.stdout.write(`${JSON.stringify({ answered })}\n`);
  process.exit();
});
await Promise.all([follow(nextPath), follow(nextPath), follow(() => everything)]);

/** Asks one request after the other. */
async function follow(next: () => string): Promise<void> {
  for (;;) {
    await readWhole(`${origin}${next()}`);
    answered += 1;
  }
}

function nextPath(): string {
  at += 1;
  return paths[at % paths.length] ?? '/';
}
