// Files that are made once for each state of the dataset and sent to whoever asks; they leave no trace on the disk.
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, fstatSync, open, openSync, read } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { Range } from './ranges.ts';

/** A file that is ready to be sent. Whoever took it gives it back when done. */
export interface Copy {
  /** Version of the dataset that it holds. */
  version: string;
  size: number;
  /** Strong: made of the bytes themselves. */
  etag: string;
  read(range: Range): Readable;
  release(): void;
}

/** Writes the file, and says which version of the dataset it holds. */
export type Make = (file: string) => Promise<string>;

interface Made extends Pick<Copy, 'version' | 'size' | 'etag'> {
  descriptor: number;
}

interface Entry {
  state: string;
  made: Promise<Made>;
  readers: number;
  isRetired: boolean;
}

/** Keeps the copy of the newest state that was asked for, and older ones only for as long as they are being read. */
export class Copies {
  readonly #make: Make;
  #newest: Entry | null = null;

  constructor(make: Make) {
    this.#make = make;
  }

  /** The copy of a state; where several ask for it at a time, it is made once. */
  async take(state: string): Promise<Copy> {
    const entry = this.#newest?.state === state ? this.#newest : this.#begin(state);
    entry.readers += 1;
    const release = (): void => {
      entry.readers -= 1;
      closeUnread(entry);
    };
    try {
      const { version, size, etag, descriptor } = await entry.made;
      return { version, size, etag, read: (range) => streamOf(descriptor, range), release };
    } catch (error) {
      if (this.#newest === entry) this.#newest = null; // the next one tries again
      throw error;
    }
  }

  /** Gives the copies up; those that are being made are finished first. */
  async close(): Promise<void> {
    const entry = this.#newest;
    this.#retire();
    await entry?.made.catch(() => undefined);
  }

  #begin(state: string): Entry {
    this.#retire();
    this.#newest = { state, made: makeCopy(this.#make), readers: 0, isRetired: false };
    return this.#newest;
  }

  #retire(): void {
    if (this.#newest === null) return;
    this.#newest.isRetired = true;
    closeUnread(this.#newest);
    this.#newest = null;
  }
}

function closeUnread({ isRetired, readers, made }: Entry): void {
  if (!isRetired || readers > 0) return;
  made.then(
    ({ descriptor }) => closeSync(descriptor),
    () => undefined, // whoever waited for it was told
  );
}

/** The file is removed at once, and lives on as long as it is open: nothing stays behind, however the process ends. */
async function makeCopy(make: Make): Promise<Made> {
  const folder = await mkdtemp(path.join(tmpdir(), 'summit-record-'));
  try {
    const file = path.join(folder, 'copy');
    const version = await make(file);
    const etag = await etagOf(file);
    const descriptor = openSync(file, 'r');
    return { version, size: fstatSync(descriptor).size, etag, descriptor };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function etagOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece);
  return `"${hash.digest('base64url').slice(0, 27)}"`;
}

/** A stream closes what it reads from; the descriptor is shared, and stays open. */
const shared = {
  open,
  read,
  close: (_descriptor: number, done: (error: null) => void) => done(null),
};

/** Each stream reads at places of its own, so that many can share one open file. */
const streamOf = (descriptor: number, { first: start, last: end }: Range): Readable =>
  end < start
    ? Readable.from([], { objectMode: false })
    : createReadStream('', { fd: descriptor, start, end, fs: shared });
