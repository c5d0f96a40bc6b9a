// Reads a value that is a code: its term, or what is wrong with it and which code is nearest.
import type { Collection } from '../../records/references.ts';
import { nearestEntry } from '../../text/nearest.ts';
import type { Data } from '../context.ts';
import type { Fault } from '../problems/problem.ts';

/**
 * Values that are codes: `codes` gives those that a text stands for, null where it is none. Or words of the record, of
 * which all that give the same key are one.
 */
export type CodedValues =
  | { codes: (value: string) => string | readonly string[] | null }
  | { recorded: (value: string) => string };

/** Valid values that an error lists. */
const maxListed = 50;

/** The terms that a code stands for, or the fault that tells the nearest. */
export async function readCode(
  data: Data,
  collection: Collection,
  facet: string,
  values: CodedValues,
  value: string,
): Promise<string | readonly string[] | Fault> {
  const code = 'codes' in values ? values.codes(value) : null;
  if (code !== null) return code;
  const known = await data.knownValues(collection, facet);
  const keyOf = 'recorded' in values ? values.recorded : (text: string) => text.toLowerCase();
  const meant = known.filter((each) => 'recorded' in values && keyOf(each) === keyOf(value));
  if (meant.length > 0) return meant;
  const hint = nearestEntry(
    keyOf(value),
    known.map((each) => [keyOf(each), each] as const),
  );
  return {
    code: 'unknown-value',
    detail: `${facet}: '${value}' is not a value that it takes`,
    hint,
    allowed: 'recorded' in values && known.length > maxListed ? undefined : known,
  };
}
