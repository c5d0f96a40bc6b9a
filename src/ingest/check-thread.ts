// The thread that checks records: it is given lines, and gives back what came of each.
import { type CheckedRecord, checkEntry } from './checked.ts';
import type { Fault } from './faults.ts';
import { entriesIn, type Lines } from './ndjson.ts';

export default function checkLines(lines: Lines): (CheckedRecord | Fault)[] {
  return [...entriesIn(lines)].map(checkEntry);
}
