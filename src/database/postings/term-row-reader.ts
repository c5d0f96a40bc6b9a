// Reads the terms of documents, many rows at a time.

import type { DocIdSet } from '../../doc-ids/doc-id-set.ts';
import type { Prepare } from '../prepare.ts';
import { RowReader, rowOf } from './term-rows.ts';

/** So many rows are read at once: some 300 kB. */
const rowsAtOnce = 128;

/** SQLite joins the rows, which saves an object for each. */
const query = `
  SELECT CAST(coalesce(group_concat(body, ''), '') AS BLOB) FROM (
    SELECT body FROM document_terms WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number)`;

/** Visits the terms of each document that has any, by their numbers: the first so many of an array that is used again. */
export function eachDocument(
  prepare: Prepare,
  documents: DocIdSet,
  visit: (terms: Uint32Array, count: number) => void,
): void {
  const reader = new RowReader();
  for (const { rows, numbers } of byRows(documents)) {
    reader.open(prepare(query).pluck().get(JSON.stringify(rows)) as Buffer);
    for (const number of numbers) {
      const count = reader.find(number);
      if (count > 0) visit(reader.terms, count);
    }
  }
}

/** Documents with the rows that their terms stand in. */
function* byRows(documents: DocIdSet): Generator<{ rows: number[]; numbers: number[] }> {
  let batch: { rows: number[]; numbers: number[] } = { rows: [], numbers: [] };
  for (const number of documents) {
    const row = rowOf(number);
    if (row !== batch.rows.at(-1)) {
      if (batch.rows.length === rowsAtOnce) {
        yield batch;
        batch = { rows: [], numbers: [] };
      }
      batch.rows.push(row);
    }
    batch.numbers.push(number);
  }
  if (batch.rows.length > 0) yield batch;
}
