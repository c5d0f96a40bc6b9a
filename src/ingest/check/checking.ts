// What the checks of all records together share.
import type { Database } from '../../sqlite/open.ts';
import type { Additions } from '../load/additions.ts';
import type { OldRecords } from '../load/old-records.ts';
import type { Records } from '../load/records.ts';
import type { Findings } from './findings.ts';
import type { Gaps } from './gaps.ts';

/** What the checks look at, and where they report what is wrong. */
export interface Checking {
  database: Database;
  records: Records;
  old: OldRecords;
  /** Renditions that were read apart from their statements. */
  additions: Additions;
  findings: Findings;
  /** Kinds of which not all records could be read. */
  gaps: Gaps;
}
