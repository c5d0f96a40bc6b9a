/**
 * Reads the answers of all statements from SQLite and throws them away, and says how long that took.
 *
 *     node dist/bench/performance/references/reading.js <database>
 *     {"seconds":0.8,"bytes":123456789}
 */
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import Sqlite from 'better-sqlite3';

const database = new Sqlite(process.argv[2] ?? '', { readonly: true });
const rows = database
  .prepare(`SELECT body FROM document WHERE collection = 'statements' ORDER BY number`)
  .pluck();
const start = performance.now();
let bytes = 0;
for (const body of rows.iterate() as IterableIterator<Buffer>) bytes += body.length;
const seconds = (performance.now() - start) / 1000;
process.stdout.write(`${JSON.stringify({ seconds, bytes })}\n`);
database.close();
