// Fetches the rows of the forward index in which the terms of some documents stand.
import { rowsOf } from '../../combining/forward-index.ts';
import type { DocIdSet } from '../../doc-ids/doc-id-set.ts';
import { integerOf } from '../copy-fields.ts';
import { copyDocumentTerms } from '../statements.ts';
import type { Version } from '../version.ts';

/** What the objects of a held row take besides its bytes, roughly. */
const overheadBytes = 200;

/** Rows between two that are missing and are fetched with them: fewer ranges cost less than fewer bytes. */
const tolerance = 4;

/** Ranges of one statement. Beyond them everything between the first and the last row is fetched. */
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

/** Ranges that hold these numbers, which ascend. */
function rangesOf(numbers: readonly number[]): [first: number, last: number][] {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const before = ranges.at(-1);
    if (before && number - before[1] <= tolerance) before[1] = number;
    else ranges.push([number, number]);
  }
  if (ranges.length <= mostRanges) return ranges;
  return [[numbers[0] as number, numbers.at(-1) as number]];
}
