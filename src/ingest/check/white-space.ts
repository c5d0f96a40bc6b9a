// Takes white space off the ends of texts that a record must not have there.
import { whiteSpaceAtEnds } from '../../records/fields.ts';
import type { FieldPath, Issue } from '../../records/issue.ts';

/** Where texts stand that have white space at an end, by the issues of their record. */
export const untrimmedIn = (issues: readonly Issue[]): FieldPath[] =>
  issues.filter(({ message }) => message.startsWith(whiteSpaceAtEnds)).map(({ path }) => path);

/** A copy of a record in which the texts at these paths are trimmed. */
export function withoutEnds(value: unknown, paths: readonly FieldPath[]): unknown {
  const copy: unknown = structuredClone(value);
  for (const path of paths) {
    const last = path.at(-1) ?? '';
    const holder = path.slice(0, -1).reduce((at, step) => Object(at)[step], copy) as Record<string, unknown>;
    holder[last] = String(holder[last]).trim();
  }
  return copy;
}
