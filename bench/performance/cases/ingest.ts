// The case of the ingest, against bare inserts of the same rows into the same tables.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Making, type Prepared, program } from '../database.ts';
import { runProgram } from '../measure/processes.ts';
import type { IngestRow } from '../results.ts';
import type { Settings } from '../settings.ts';
import { atLeast } from './targets.ts';

/** The most memory that an ingest may take, MiB. */
const most = 400;

/** So many statements are copied by bare inserts; of more, a share, for a second database of their size fills a disk. */
const copied = 1_000_000;

/** Sets what the making of the database took against the inserts, which are done now. */
export async function runIngestCase(
  settings: Settings,
  statements: number,
  { file, size }: Prepared,
  { seconds, peak }: Making,
): Promise<IngestRow> {
  const log = path.join(settings.folder, 'inserts.log');
  const parts = Math.ceil(statements / copied);
  const copy = path.join(settings.folder, 'inserts.sqlite');
  await runProgram({
    args: [program('bench/performance/references/inserts.js'), file, copy, String(parts)],
    core: null,
    log,
  });
  const {
    rows,
    seconds: whole,
    reading,
  } = JSON.parse(readFileSync(log, 'utf8')) as Record<string, number> &
    Record<'rows' | 'seconds' | 'reading', number>;
  const inserts = (whole - reading) * parts;
  const notes = parts > 1 ? [`Bare inserts: ${parts} times what every ${parts}th row took.`] : [];
  return {
    ...{ kind: 'ingest', id: 'ingest', title: 'Ingest', notes },
    ...{ seconds, statements, inserts, rows: rows * parts, peak, size },
    targets: [
      atLeast(0.4, inserts / seconds, (ratio) => `${ratio.toFixed(2)} of bare inserts`),
      { text: `memory under ${most} MiB`, reached: `${Math.round(peak)} MiB`, met: peak < most },
    ],
  };
}
