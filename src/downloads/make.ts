// Makes the files that can be downloaded, each from one state of the dataset.
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Worker } from 'node:worker_threads';
import { readDataset } from '../database/dataset.ts';
import { openForReading } from '../database/open.ts';
import { preparer } from '../database/prepare.ts';
import type { Store } from '../database/store.ts';
import { streamOf } from '../http/formats/stream.ts';
import { programOf } from '../project.ts';
import { recordLines } from './records.ts';

/** Writes all records as NDJSON and gives the version that they are. */
export async function writeRecords(store: Store, file: string): Promise<string> {
  const [version, lines] = store.read(() => [versionOf(store), store.pinned(recordLines)]);
  await pipeline(streamOf(lines), createWriteStream(file));
  return version;
}

const versionOf = (store: Store): string => String(store.dataset()?.version);

/** Writes a copy of the database, compact and in one file, and gives the version that it holds. */
export async function writeDatabase({ file: from, read }: Store, file: string): Promise<string> {
  read(() => undefined); // throws if the file is damaged
  await inThread(programOf('downloads/vacuum'), {
    from,
    to: file,
  });
  const copy = openForReading(file);
  try {
    return String(readDataset(preparer(copy))?.version);
  } finally {
    copy.close();
  }
}

function inThread(script: string, workerData: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData });
    worker.on('error', reject);
    worker.on('exit', () => resolve()); // after an error that changes nothing any more
  });
}
