// Rules that records of several kinds must keep by themselves.
import type { FieldPath, Issue } from './issue.ts';

/** What to do about offsets that are wrong. */
export const relocate = 'let npm run locate fill in the offsets';

/** The end of a passage comes after its start. */
export function endAfterStart({ start, end }: { start: number; end: number }, path: FieldPath): Issue[] {
  if (start < end) return [];
  const message = `expected an end after the start (${start}), found ${end}; ${relocate}`;
  return [{ path: [...path, 'end'], message }];
}

/** A list holds each value once. */
export const eachOnce = (values: readonly string[], pathOf: (at: number) => FieldPath): Issue[] =>
  values.flatMap((value, at) =>
    values.indexOf(value) === at ? [] : [{ path: pathOf(at), message: `'${value}' stands twice; keep one` }],
  );
