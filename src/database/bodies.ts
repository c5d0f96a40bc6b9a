// Reads documents by their numbers: one by one, or joined to what stands in a JSON array.
import type { Prepare } from './prepare.ts';

/** The documents with these numbers, in this order. */
export function documentsOf(prepare: Prepare, numbers: readonly number[]): Buffer[] {
  const query = 'SELECT body FROM json_each(?) JOIN document ON number = value ORDER BY key';
  return prepare(query).pluck().all(JSON.stringify(numbers)) as Buffer[];
}

/** The same with a line feed between any two, as one. There is one at least. */
export function linesOf(prepare: Prepare, numbers: readonly number[]): Buffer {
  const lines = (rows: string) =>
    prepare(`SELECT CAST(group_concat(body, char(10)) AS BLOB) FROM (${rows})`).pluck();
  const found = areNeighbours(numbers) // then none has to be looked for by itself
    ? lines('SELECT body FROM document WHERE number BETWEEN ? AND ? ORDER BY number').get(
        numbers[0],
        numbers.at(-1),
      )
    : lines('SELECT body FROM json_each(?) JOIN document ON number = value ORDER BY key').get(
        JSON.stringify(numbers),
      );
  return found as Buffer;
}

/** Whether each number follows the one before. */
const areNeighbours = (numbers: readonly number[]): boolean =>
  numbers.every((number, at) => at === 0 || number === (numbers[at - 1] as number) + 1);

/**
 * The same with a comma between any two, after and before a text. SQLite joins them, which saves an object for each and
 * a copy of all.
 */
export function joinedDocuments(
  prepare: Prepare,
  numbers: readonly number[],
  before: string,
  after: string,
): Buffer {
  const query = `SELECT CAST(? || coalesce(group_concat(body, ','), '') || ? AS BLOB) FROM (
    SELECT body FROM json_each(?) JOIN document ON number = value ORDER BY key)`;
  return prepare(query).pluck().get(before, after, JSON.stringify(numbers)) as Buffer;
}
