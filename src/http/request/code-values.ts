// Reads a value that is a code: its term, or what is wrong with it and which code is nearest.
import type { Collection } from '../../records/kinds.ts';
import { alikeEntry, nearestEntry } from '../../text/nearest.ts';
import type { Data } from '../context.ts';
import type { Fault } from '../problems/problem.ts';

/** Values out of a set of codes. */
interface Codes {
  /** The code or codes that a text stands for; null where it is none. */
  codes: (value: string) => string | readonly string[] | null;
  /** All codes, where they are few and always the same. */
  closed?: readonly string[];
  /** The code that was most likely meant by a text that is none, of all that there are. */
  nearest?: (value: string) => string | undefined;
  /** Whether a code that no item carries is a mistake. */
  mustOccur?: true;
}

/** Values that are codes; or words of the record, of which all that give the same key are one. */
export type CodedValues = Codes | { recorded: (value: string) => string };

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
  const mustOccur = 'codes' in values && values.mustOccur === true;
  if (code !== null && !mustOccur) return code;
  const recorded = await data.knownValues(collection, facet);
  const known = recorded.length === 0 && 'codes' in values ? [...(values.closed ?? [])] : recorded;
  const keyOf = 'recorded' in values ? values.recorded : (text: string) => text.toLowerCase();
  const key = keyOf(value);
  const meant = known.filter((each) => each === code || ('recorded' in values && keyOf(each) === key));
  if (meant.length > 0) return meant;
  const keys = known.map((each) => [keyOf(each), each] as const);
  const near = 'codes' in values ? values.nearest?.(value) : undefined;
  const hint = near ?? nearestEntry(key, keys) ?? alikeEntry(key, keys);
  return {
    code: 'unknown-value',
    detail: `${facet}: '${value}' is not a valid value`,
    hint,
    allowed: 'recorded' in values && known.length > maxListed ? undefined : known,
  };
}
