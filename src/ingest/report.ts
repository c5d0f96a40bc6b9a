// What an ingest reports: counts by kind, versions, problems.

import { type Kind, kinds } from '../records/references.ts';
import type { Database } from '../sqlite/open.ts';
import type { Problem } from './problems.ts';
import type { Staging } from './staging.ts';

/** How many records of a kind were added, changed and removed, and how many stayed as they were. */
export interface Counts {
  added: number;
  changed: number;
  removed: number;
  unchanged: number;
}

export type CountsByKind = Record<Kind, Counts>;

export interface IngestReport {
  /** All zero where there are problems: then nothing was written. */
  counts: CountsByKind;
  /** Versions of the dataset; equal where nothing changed, null before the first ingest. */
  versionBefore: string | null;
  versionAfter: string | null;
  /** What is wrong, in reading order. At most 1,000 are kept. */
  problems: Problem[];
  /** How many problems there are in all. */
  problemCount: number;
}

/** No records of any kind. */
export function noCounts(): CountsByKind {
  const none = () => ({ added: 0, changed: 0, removed: 0, unchanged: 0 });
  return Object.fromEntries(kinds.map((kind) => [kind, none()])) as CountsByKind;
}

/** Counts what is staged and what is to be removed. */
export function countRecords(database: Database, staging: Staging): CountsByKind {
  const counts = noCounts();
  for (const { kind, status, records } of staging.counts()) {
    if (status === 'added' || status === 'changed') counts[kind][status] += records;
    else counts[kind].unchanged += records;
  }
  const removed = database.prepare('SELECT kind, count(*) FROM removed GROUP BY kind').raw().all();
  for (const [kind, records] of removed as [Kind, number][]) counts[kind].removed = records;
  return counts;
}
