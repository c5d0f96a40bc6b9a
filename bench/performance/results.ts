// What a run found: one row for each case, kept as JSON so that the page can be written from several runs.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Load } from './load/load.ts';
import type { Machine } from './measure/machine.ts';
import type { Memory } from './measure/memory.ts';

/** A target from the issue: what it asks for in words, what was reached, and whether that is enough. */
export interface Target {
  text: string;
  reached: string;
  met: boolean;
}

interface Shared {
  id: string;
  title: string;
  targets: Target[];
  /** What a reader must know of this row. */
  notes: string[];
}

/** Requests under load, with the references in the same rounds. */
export interface LoadRow extends Shared {
  kind: 'load';
  ours: Load;
  ceiling: Load | null;
  plain: Load | null;
  /** Our rate as a share of the ceiling's, and how many times the plain route's: each the median over the rounds. */
  ofCeiling: number;
  ofPlain: number | null;
  /** Bytes of one answer's body. */
  bytes: number;
  connections: number;
}

/** Everything as one answer. */
export interface DownloadRow extends Shared {
  kind: 'download';
  seconds: number;
  bytes: number;
  /** Seconds that reading the same rows from SQLite takes. */
  reading: number;
  /** Most anonymous memory while it was sent beyond what there was before, MiB. */
  growth: number;
}

export interface IngestRow extends Shared {
  kind: 'ingest';
  seconds: number;
  statements: number;
  /** Bare inserts of the same rows: seconds without reading them, and how many. */
  inserts: number;
  rows: number;
  /** The most that the ingest's processes had resident, MiB. */
  peak: number;
  /** Of the finished database, MiB. */
  size: number;
}

export interface StartRow extends Shared {
  kind: 'start';
  milliseconds: number;
  started: Memory;
  loaded: Memory | null;
}

/** Light requests alone and beside heavy ones. */
export interface BesideRow extends Shared {
  kind: 'beside';
  idle: Load;
  busy: Load;
  /** Heavy answers that came meanwhile. */
  heavy: number;
}

export interface WorkersRow extends Shared {
  kind: 'workers';
  one: Load;
  two: Load;
}

/** Another server's answer to what it can be asked. */
export interface OtherRow extends Shared {
  kind: 'other';
  ours: Load;
  theirs: Load;
}

export type Row = LoadRow | DownloadRow | IngestRow | StartRow | BesideRow | WorkersRow | OtherRow;

/** One run over one database. */
export interface Results {
  statements: number;
  command: string;
  at: string;
  machine: Machine & { pinned: boolean };
  seconds: number;
  rounds: number;
  load: string;
  rows: Row[];
  /** Cases that could not be measured, with what was in the way. */
  failures: { id: string; message: string }[];
}

const fileOf = (folder: string, statements: number): string =>
  path.join(folder, `results-${statements}.json`);

export function keepResults(folder: string, results: Results): void {
  writeFileSync(fileOf(folder, results.statements), `${JSON.stringify(results, null, 2)}\n`);
}

/** All results that the folder holds, fewest statements first. */
export function keptResults(folder: string): Results[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^results-\d+\.json$/.test(name))
    .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Results)
    .toSorted((one, other) => one.statements - other.statements);
}
