// The files that can be downloaded: the records as NDJSON, and the database file itself.
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Data } from '../../http/context.ts';
import { readableOf } from '../../http/formats/stream.ts';
import { Problem } from '../../http/problems/problem.ts';
import { etagOf } from '../../http/response/validators.ts';
import type { Store } from '../../store/store.ts';
import type { Range } from './ranges.ts';

/** A file of one state of the dataset. */
export interface DownloadFile {
  /** The version of the dataset. */
  version: string;
  /** In bytes. */
  size: number;
  /** When it became what it is, in milliseconds or ISO 8601. */
  changedAt: number | string;
  /** Strong: equal tags stand for equal bytes. */
  etag: string;
  /** Reads the bytes of a range; the stream closes the file. */
  read(range: Range): Readable;
  /** Closes the file if it was not read. */
  close(): void;
}

/** The records as lines of NDJSON. `read` must be called while the data are read. */
export async function recordsFile(_store: Store, data: Data): Promise<DownloadFile> {
  const { version, derivation, derivedAt } = data.dataset;
  return {
    version,
    changedAt: derivedAt,
    size: await data.recordBytes(),
    etag: etagOf('dataset.ndjson', version, derivation),
    read: ({ first, last }) => readableOf(data.records(first, last)),
    close: () => undefined,
  };
}

/**
 * The database file that is served. Closing it ends SQLite's lock on it in this process (fcntl), which nothing relies on:
 * the file never changes. Throws a Problem if the file is not in its place.
 */
export async function databaseFile(store: Store): Promise<DownloadFile> {
  if (store.file === null)
    throw new Problem({ code: 'unknown-route', detail: 'this server has no database file to send' });
  const generation = store.generation();
  const trouble = store.trouble();
  if (trouble !== null) throw new Problem({ code: 'not-ready', detail: trouble.detail });
  const version = String(store.dataset()?.version);
  const file = await open(store.file);
  await nextTurn(); // in which the store looks at its file anew
  if (store.generation() !== generation || store.trouble() !== null) {
    await file.close(); // the path led to another file meanwhile, so this may be either of the two
    return databaseFile(store);
  }
  const { size, mtimeMs } = await file.stat();
  return {
    version,
    changedAt: mtimeMs,
    size,
    etag: etagOf('dataset.sqlite', version, String(size), String(mtimeMs)),
    read: ({ first, last }) => file.createReadStream({ start: first, end: last }),
    close: () => void file.close(),
  };
}
