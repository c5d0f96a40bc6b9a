// Streams a JSON array of records, so that its size does not matter.
import type { Kind } from '../../records/kinds.ts';
import type { Entry, Fault } from './entry.ts';
import { jsonElements } from './json-elements.ts';
import { entryOf } from './json-record.ts';

/** Yields each record of the array, or its fault. `named` is the kind that the name of the file says, if it says one. */
export function* readJsonArray(file: string, named?: Kind): Generator<Entry | Fault> {
  for (const item of jsonElements(file)) yield 'message' in item ? item : entryOf(item, named);
}
