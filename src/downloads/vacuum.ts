// A thread that writes a compact copy of a database: SQLite does that in one piece, and requests must not wait for it.
import { workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import { openForReading } from '../database/open.ts';
import { sealFile } from '../database/seal.ts';

/** KiB: whoever reads everything once has no use for more. */
const little = 'cache_size = -2000';

const { from, to } = workerData as { from: string; to: string };

const database = openForReading(from); // checked: what was damaged would be copied as if it were right
database.pragma('query_only = false');
database.pragma(little);
database.prepare('VACUUM INTO ?').run(to);
database.close();

// Which files on which machine the records were read from is nobody's business: what is overwritten is vacuumed out.
const copy = new Sqlite(to);
copy.pragma(little);
copy.pragma('synchronous = OFF'); // a copy that a power cut spoils is made anew
copy.exec("UPDATE record SET origin = 'dataset.sqlite'; VACUUM");
copy.close();
sealFile(to);
