// Checks each record by itself: its shape, the rules of its kind, and the characters in its texts.

import type { BaseRecord } from '../../records/fields.ts';
import { slug } from '../../records/fields.ts';
import type { FieldPath, Issue } from '../../records/issue.ts';
import type { KindDefinition } from '../../records/kind.ts';
import type { Kind } from '../../records/kinds.ts';
import { definitionOf, type RecordOf } from '../../resources/registry.ts';
import type { Entry } from '../read/entry.ts';
import { type Sealed, seal } from './canonical.ts';
import { checkShape } from './shape.ts';
import { untrimmedIn, withoutEnds } from './white-space.ts';

/** What came of checking an entry. */
export interface CheckedEntry {
  /** Texts from whose ends white space was taken off. */
  trimmed: number;
  /** Null where it has none that can be one. */
  id: string | null;
  sealed: Sealed | Issue[];
}

/** Checks the shape first, then the rules that presuppose it, then the texts. */
export function checkEntry({ kind, value }: Entry): CheckedEntry {
  let trimmed = 0;
  const record = checkRecord(kind, value, (texts) => {
    trimmed = texts;
  });
  return { id: idOf(value), sealed: Array.isArray(record) ? record : seal(record), trimmed };
}

/**
 * The record with its defaults filled in, or everything that is wrong with its shape or by the rules of its kind. White
 * space at the ends of texts is no fault: it is taken off, and `onTrim` is told of how many.
 */
export function checkRecord<K extends Kind>(
  kind: K,
  value: unknown,
  onTrim?: (texts: number) => void,
): RecordOf<K> | Issue[] {
  const first = checkShape(kind, value);
  const paths = Array.isArray(first) ? untrimmedIn(first) : [];
  if (paths.length > 0) onTrim?.(paths.length);
  const record = paths.length > 0 ? checkShape(kind, withoutEnds(value, paths)) : first;
  if (Array.isArray(record)) return record;
  const issues = ruleIssues(definitionOf[kind], record as BaseRecord);
  return issues.length > 0 ? issues : record;
}

function ruleIssues(definition: KindDefinition, record: BaseRecord): Issue[] {
  return [
    ...reservedIssues(definition, record),
    ...ownParentIssues(definition, record),
    ...(definition.rules?.(record) ?? []),
  ];
}

/** An id, retired or not, would hide a route or a word that filters know, or be hidden by it. */
function reservedIssues({ reservedIds = [], parts }: KindDefinition, record: BaseRecord): Issue[] {
  const ofParts = parts ? (record as unknown as Record<string, { id: string }[]>)[parts.field] : [];
  const ids: [id: string, path: FieldPath, reserved: readonly string[]][] = [
    [record.id, ['id'], reservedIds],
    ...record.formerly.map((id, at): [string, FieldPath, readonly string[]] => [
      id,
      ['formerly', at],
      reservedIds,
    ]),
    ...(ofParts ?? []).map(({ id }, at): [string, FieldPath, readonly string[]] => [
      id,
      [String(parts?.field), at, 'id'],
      parts?.reservedIds ?? [],
    ]),
  ];
  return ids
    .filter(([id, , reserved]) => reserved.includes(id))
    .map(([id, path]) => ({
      path,
      message: `'${id}' has a meaning of its own in the API; choose another id`,
    }));
}

function ownParentIssues({ parent }: KindDefinition, record: BaseRecord): Issue[] {
  if (parent === undefined || (record as unknown as Record<string, unknown>)[parent] !== record.id) return [];
  return [{ path: [parent], message: `'${record.id}' cannot stand above itself; name another, or null` }];
}

function idOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null;
  const id = slug.safeParse(value.id);
  return id.success ? id.data : null;
}
