// Reads documents by their numbers, and the numbers of some.
import type { Collection } from '../records/references.ts';
import type { Position } from '../store/plan.ts';
import type { Prepare } from './prepare.ts';

/** A document with its place in the order of keys. */
export interface PlacedDocument extends Position {
  body: Buffer;
}

/** The documents with these numbers, in this order. */
export function placedDocumentsOf(prepare: Prepare, numbers: readonly number[]): PlacedDocument[] {
  const columns = 'body, sort_key AS key, weight';
  if (areConsecutive(numbers)) {
    const range = `SELECT ${columns} FROM document WHERE number BETWEEN ? AND ? ORDER BY number`; // one seek instead of one each
    return prepare(range).all(numbers[0], numbers.at(-1)) as PlacedDocument[];
  }
  const query = `SELECT ${columns} FROM json_each(?) JOIN document ON number = value ORDER BY json_each.key`;
  return prepare(query).all(JSON.stringify(numbers)) as PlacedDocument[];
}

const areConsecutive = (numbers: readonly number[]): boolean =>
  numbers.every((number, at) => at === 0 || number === (numbers[at - 1] as number) + 1);

/** The number of each rendition's statement, in the order of the renditions: 4 bytes for each. */
export function readStatementNumbers(prepare: Prepare): Uint32Array {
  const rows = prepare('SELECT numbers FROM rendition_statement ORDER BY block').pluck().all() as Buffer[];
  const bytes = Buffer.concat(rows);
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
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
