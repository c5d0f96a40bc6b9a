// Reads documents with what belongs to them (dates, positions), and the numbers of some.
import type { Collection } from '../records/kinds.ts';
import type { DocumentDates } from '../store/changes.ts';
import type { DocumentId } from '../store/names.ts';
import type { Position } from '../store/plan.ts';
import { uint32View } from '../text-index/typed-views.ts';
import type { Prepare } from './prepare.ts';

/** The documents with these numbers, in this order. */
export function documentsOf(prepare: Prepare, numbers: readonly number[]): Buffer[] {
  if (areConsecutive(numbers)) {
    const range = 'SELECT body FROM document WHERE number BETWEEN ? AND ? ORDER BY number'; // one seek instead of one each
    return prepare(range).pluck().all(numbers[0], numbers.at(-1)) as Buffer[];
  }
  const query = 'SELECT body FROM json_each(?) JOIN document ON number = value ORDER BY json_each.key';
  return prepare(query).pluck().all(JSON.stringify(numbers)) as Buffer[];
}

/** The document with this id; undefined where the collection has none. */
export function documentWithId(prepare: Prepare, collection: Collection, id: string): Buffer | undefined {
  const query = 'SELECT body FROM document WHERE collection = ? AND id = ?';
  return prepare(query).pluck().get(collection, id) as Buffer | undefined;
}

/** The number of the document with this id; undefined where the collection has none. */
export function numberOf(prepare: Prepare, collection: Collection, id: string): number | undefined {
  const query = 'SELECT number FROM document WHERE collection = ? AND id = ?';
  return prepare(query).pluck().get(collection, id) as number | undefined;
}

/** The place of a document in the order of keys. */
export const positionOf = (prepare: Prepare, number: number): Position =>
  prepare('SELECT sort_key AS key, weight FROM document WHERE number = ?').get(number) as Position;

const areConsecutive = (numbers: readonly number[]): boolean =>
  numbers.every((number, at) => at === 0 || number === (numbers[at - 1] as number) + 1);

/** The number of each rendition's statement, in the order of the renditions: 4 bytes for each. */
export function readStatementNumbers(prepare: Prepare): Uint32Array {
  const rows = prepare('SELECT numbers FROM rendition_statement ORDER BY block').pluck().all() as Buffer[];
  return uint32View(Buffer.concat(rows)); // Node aligns every buffer to words
}

/** The numbers of the documents with some ids, ascending. */
export function numbersOf(prepare: Prepare, collection: Collection, ids: readonly string[]): number[] {
  const query = `SELECT number FROM document
    WHERE collection = ? AND id IN (SELECT value FROM json_each(?)) ORDER BY number`;
  return prepare(query).pluck().all(collection, JSON.stringify(ids)) as number[];
}

/** Renditions have no terms for their statements: a statement lists its renditions. */
export function renditionsOf(prepare: Prepare, statements: readonly string[]): number[] {
  const query = `
    SELECT rendition.number FROM document AS statement
    CROSS JOIN json_each(CAST(statement.body AS TEXT), '$.renditions') AS listed
    CROSS JOIN document AS rendition ON rendition.collection = 'renditions' AND rendition.id = listed.value ->> 'id'
    WHERE statement.collection = 'statements' AND statement.id IN (SELECT value FROM json_each(?))
    ORDER BY rendition.number`;
  return prepare(query).pluck().all(JSON.stringify(statements)) as number[];
}

/** The documents of a collection dated by a moment between two instants, both included. */
export function momentsBetween(prepare: Prepare, collection: Collection, from: number, to: number): number[] {
  const query = `
    SELECT number FROM document_moment JOIN document USING (number)
    WHERE at BETWEEN ? AND ? AND collection = ? ORDER BY number`;
  return prepare(query).pluck().all(from, to, collection) as number[];
}

/** The times of the states that added a document and that changed it last. */
const datesQuery = `
  SELECT first.derived_at AS added, last.derived_at AS changed FROM document_digest
  JOIN dataset_state AS first ON first.number = added JOIN dataset_state AS last ON last.number = state
  WHERE collection = ? AND id = ?`;

/** The dates of documents, in their order; null where there is no such document. */
export function datesOf(prepare: Prepare, documents: readonly DocumentId[]): (DocumentDates | null)[] {
  const query = prepare(datesQuery);
  return documents.map(
    ({ collection, id }) => (query.get(collection, id) as DocumentDates | undefined) ?? null,
  );
}
