// What an ingest reports: counts by kind, versions, problems.
import { type Kind, kinds } from '../records/kinds.ts';
import type { ProblemList } from './check/problems.ts';

/** How many records of a kind were added, changed and removed, and how many stayed as they were. */
export interface Counts {
  added: number;
  changed: number;
  removed: number;
  unchanged: number;
}

export type CountsByKind = Record<Kind, Counts>;

export interface IngestReport extends ProblemList {
  /** All zero where there are problems: then nothing was written. */
  counts: CountsByKind;
  /** Versions of the dataset; equal where nothing changed, null before the first ingest. */
  versionBefore: string | null;
  versionAfter: string | null;
}

/** No records of any kind. */
export function noCounts(): CountsByKind {
  const none = () => ({ added: 0, changed: 0, removed: 0, unchanged: 0 });
  return Object.fromEntries(kinds.map((kind) => [kind, none()])) as CountsByKind;
}
