/**
 * Numbers of sources as filter values, so that a range is an ordinary group of values.
 *
 * A statement with three sources answers to `3`, and to `1..`, `2..` and `3..`. So a range without an end is one value,
 * and stands for the same whatever is ingested later; cursors made under it stay good. A range with an end is the
 * list of its numbers.
 */

/** The highest number that can be asked for; above it a number answers to the open ranges only. */
export const mostReported = 100;

/** The values that a statement with so many sources answers to. */
export function* reportedValues(sources: number): Iterable<string> {
  if (sources <= mostReported) yield String(sources);
  for (let least = 1; least <= Math.min(sources, mostReported); least += 1) yield `${least}..`;
}

/** The values that a number or a range stands for; null where it is none. */
export function reportedCodes(text: string): string | string[] | null {
  const [, from = '', dots = '', to = ''] = /^(\d{0,3})(\.\.)?(\d{0,3})$/.exec(text) ?? [];
  if (dots === '') return isNumber(from + to) ? String(Number(from + to)) : null;
  if (to === '') return isNumber(from) ? `${Number(from)}..` : null;
  const first = from === '' ? 1 : Number(from);
  if (!isNumber(String(first)) || !isNumber(to) || first > Number(to)) return null;
  return Array.from({ length: Number(to) - first + 1 }, (_, at) => String(first + at));
}

const isNumber = (text: string): boolean => text !== '' && Number(text) >= 1 && Number(text) <= mostReported;
