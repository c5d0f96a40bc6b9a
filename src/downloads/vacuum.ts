// A thread that writes a compact copy of a database: SQLite does that in one piece, and requests must not wait for it.
import { chmodSync, constants, copyFileSync, rmSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import { openForReading } from '../database/open.ts';

const { from, to } = workerData as { from: string; to: string };

/** All bytes as they are; nobody else has it, and what a power cut spoils is made anew. */
const whole = `${to}.whole`;

copyFileSync(from, whole, constants.COPYFILE_FICLONE);
chmodSync(whole, 0o600); // the copy has the mode of the data, which nobody who serves it needs to be able to write
openForReading(whole).close();

// Which files on which machine the records were read from is nobody's business: what is overwritten is vacuumed out.
const database = new Sqlite(whole);
database.pragma('cache_size = -2000'); // KiB: whoever reads everything once has no use for more
database.pragma('synchronous = OFF');
database.pragma('journal_mode = OFF');
database.exec("UPDATE record SET origin = 'dataset.sqlite'");
database.prepare('VACUUM INTO ?').run(to);
database.close();
rmSync(whole);
