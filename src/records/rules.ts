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

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
const isKnown = new Map<string, boolean>(); // asking Intl takes longer than all other checks of a rendition

/** A tag can be well formed and still be the tag of no language: `xx`, or `arr` for `ar`. */
export function knownLanguage(tag: string, path: FieldPath): Issue[] {
  const known = isKnown.get(tag) ?? languages.of(tag) !== undefined;
  isKnown.set(tag, known);
  return known ? [] : [{ path, message: `no known language '${tag}'; expected a BCP 47 tag such as 'ar'` }];
}
