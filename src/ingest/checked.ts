// Checks each record by itself: its shape, the rules that it must keep alone, and the texts in it.
import { slug } from '../records/fields.ts';
import type { Kind } from '../records/references.ts';
import { type BareUse, bareUses } from './checks/bare-references.ts';
import { type Sealed, seal } from './digest.ts';
import { type Entry, isFault } from './entries.ts';
import type { Fault } from './faults.ts';
import { checkRules } from './rules.ts';
import { checkShape, type Misfit } from './shape.ts';

/** A record with what came of checking it. */
export interface CheckedRecord {
  kind: Kind;
  /** Null where it has none that can be one. */
  id: string | null;
  line: number;
  place: number;
  /** What is wrong with it, where anything is. */
  sealed: Sealed | Misfit[];
  /** Every id in it that is written without its kind. */
  bare: BareUse[];
}

/** Checks a record; a fault of its form stays what it is. */
export const checkEntry = (item: Entry | Fault): CheckedRecord | Fault =>
  isFault(item) ? item : checkRecord(item);

/** Shape first, then the rules that presuppose it, then the texts in it. */
function checkRecord({ kind, value, line, place }: Entry): CheckedRecord {
  const at = { kind, id: idOf(value), line, place };
  const record = checkShape(kind, value);
  if (Array.isArray(record)) return { ...at, sealed: record, bare: [] };
  const broken = checkRules(kind, record);
  return { ...at, sealed: broken.length > 0 ? broken : seal(record), bare: bareUses(kind, record) };
}

function idOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null;
  const id = slug.safeParse(value.id);
  return id.success ? id.data : null;
}
