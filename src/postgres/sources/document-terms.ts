// Fetches the rows of the forward index in which the terms of some documents stand.
import { rowsOf } from '../../combining/forward-index.ts';
import type { DocIdSet } from '../../doc-ids/doc-id-set.ts';
import { integerOf } from '../copy-fields.ts';
import { copyDocumentTerms } from '../statements.ts';
import type { Version } from '../version.ts';

/** What the objects of a held row take besides its bytes, roughly. */
const overheadBytes = 200;

/** As many rows between two that are missing are fetched with them: fewer ranges cost less than fewer bytes. */
const leastTolerance = 4;

/** About as many ranges fit into one statement. */
const mostRanges = 500;

/** The rows by their numbers. */
export async function fetchDocumentTerms(
  { held, reader }: Version,
  documents: DocIdSet,
): Promise<Map<number, Uint8Array>> {
  const rows = new Map<number, Uint8Array>();
  const missing = rowsOf(documents).filter((row) => {
    const known = held.documentTerms.get(row);
    if (known) rows.set(row, known);
    return !known;
  });
  if (missing.length === 0) return rows;
  for (const [number, body] of await reader.copy(copyDocumentTerms(rangesOf(missing)))) {
    const [row, bytes] = [integerOf(number), body as Uint8Array];
    rows.set(row, bytes);
    held.documentTerms.set(row, bytes, { size: bytes.length + overheadBytes });
  }
  return rows;
}

/** Ranges that hold these numbers, which ascend: the further they are scattered, the longer the gaps that ranges have. */
function rangesOf(numbers: readonly number[]): [first: number, last: number][] {
  const extent = (numbers.at(-1) ?? 0) - (numbers[0] ?? 0);
  const tolerance = Math.max(leastTolerance, extent / mostRanges);
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const before = ranges.at(-1);
    if (before && number - before[1] <= tolerance) before[1] = number;
    else ranges.push([number, number]);
  }
  return ranges;
}
