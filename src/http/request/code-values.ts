// Reads a value that is a code: its term, or what is wrong with it and which code is nearest.
import type { Collection } from '../../records/references.ts';
import { nearestEntry } from '../../text/nearest.ts';
import type { Data } from '../context.ts';
import type { Fault } from '../problems/problem.ts';

/** Values that are codes. */
export interface CodedValues {
  /** The code or codes that a text stands for; null where it is none. */
  codes: (value: string) => string | readonly string[] | null;
}

/** The terms that a code stands for, or the fault that tells the nearest. */
export async function readCode(
  data: Data,
  collection: Collection,
  facet: string,
  { codes }: CodedValues,
  value: string,
): Promise<string | readonly string[] | Fault> {
  const code = codes(value);
  if (code !== null) return code;
  const allowed = await data.knownValues(collection, facet);
  const known = allowed.map((each) => [each.toLowerCase(), each] as const);
  const hint = nearestEntry(value.toLowerCase(), known);
  return {
    code: 'unknown-value',
    detail: `${facet}: '${value}' is not a value that it takes`,
    hint,
    allowed,
  };
}
