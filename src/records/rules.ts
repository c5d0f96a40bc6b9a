// Rules that records of several kinds must keep by themselves.
import type { FieldPath, Issue } from './issue.ts';

/** What to do about offsets that are wrong. */
export const relocate = 'let npm run locate fill in the offsets';

/** A place in the text of a source; all null where the source is known without its text. */
export interface Place {
  paragraph: number | null;
  start: number | null;
  end: number | null;
}

/** Whether something has a place in a text. */
export const isPlaced = <P extends Place>(
  place: P,
): place is P & { paragraph: number; start: number; end: number } =>
  place.paragraph !== null && place.start !== null && place.end !== null;

/** A place is given whole or not at all, and its end comes after its start. */
export function placeRules(place: Place, path: FieldPath): Issue[] {
  const fields = ['paragraph', 'start', 'end'] as const;
  if (!isPlaced(place)) {
    const lacking = fields.filter((field) => place[field] === null);
    if (lacking.length === fields.length) return [];
    return lacking.map((field) => ({ path: [...path, field], message: `missing; ${relocate}` }));
  }
  const { start, end } = place;
  if (start < end) return [];
  const message = `expected an end after the start (${start}), found ${end}; ${relocate}`;
  return [{ path: [...path, 'end'], message }];
}

/** A list holds each value once. */
export const eachOnce = (values: readonly string[], pathOf: (at: number) => FieldPath): Issue[] =>
  values.flatMap((value, at) =>
    values.indexOf(value) === at ? [] : [{ path: pathOf(at), message: `'${value}' stands twice; keep one` }],
  );
