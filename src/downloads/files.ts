// The files that can be downloaded: the records as NDJSON, and the database file itself.
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { readPieces, recordBytes } from '../database/record-pieces.ts';
import type { Store } from '../database/store.ts';
import { etagOf } from '../http/caching.ts';
import { datasetOf } from '../http/context.ts';
import { streamOf } from '../http/formats/stream.ts';
import { Problem } from '../http/problem.ts';
import type { Range } from './ranges.ts';

/** A file of one state of the dataset. */
export interface DownloadFile {
  /** The version of the dataset. */
  version: string;
  /** In bytes. */
  size: number;
  /** Strong: equal tags stand for equal bytes. */
  etag: string;
  /** Reads the bytes of a range; the stream closes the file. */
  read(range: Range): Readable;
  /** Closes the file if it was not read. */
  close(): void;
}

/** The records as lines of NDJSON. `read` must be called before anything is awaited. */
export function recordsFile(store: Store): DownloadFile {
  return store.read(() => {
    const { version, derivation } = datasetOf(store);
    return {
      version,
      size: recordBytes(store.prepare),
      etag: etagOf('dataset.ndjson', version, derivation),
      read: ({ first, last }) => streamOf(store.pinned((prepare) => readPieces(prepare, first, last))),
      close: () => undefined,
    };
  });
}

/**
 * The database file that is served. Closing it ends SQLite's lock on it in this process (fcntl), which nothing relies on:
 * the file never changes. Throws a Problem if the file is not in its place.
 */
export async function databaseFile(store: Store): Promise<DownloadFile> {
  for (;;) {
    const generation = store.generation();
    const trouble = store.trouble();
    if (trouble !== null) throw new Problem({ code: 'not-ready', detail: trouble.detail });
    const { version } = datasetOf(store);
    const file = await open(store.file);
    if (store.generation() !== generation || store.trouble() !== null) {
      await file.close(); // replaced meanwhile: it may be either of the two
      continue;
    }
    const { size, mtimeMs } = await file.stat();
    return {
      version,
      size,
      etag: etagOf('dataset.sqlite', version, String(size), String(mtimeMs)),
      read: ({ first, last }) => file.createReadStream({ start: first, end: last }),
      close: () => void file.close(),
    };
  }
}
