// Looks up the documents of a version, by number and by id.
import { type Collection, collections } from '../records/kinds.ts';
import { batched, type Lookup } from './batches.ts';
import { integerOf } from './copy-fields.ts';
import type { Reader } from './reader.ts';
import * as statements from './statements.ts';

export interface DocumentRow {
  number: number;
  collection: Collection;
  key: string;
  weight: number;
  body: Buffer;
}

export interface NamedDocumentRow {
  id: string;
  body: string;
}

export interface Documents {
  byNumber: Lookup<number, DocumentRow>;
  byId: Readonly<Record<Collection, Lookup<string, NamedDocumentRow>>>;
}

/** From this number of documents on, decoding their text costs more than a COPY, which is planned each time. */
const worthCopying = 16;

export const documentsOf = (reader: Reader): Documents => ({
  byNumber: batched(
    (numbers) =>
      numbers.length < worthCopying ? queryDocuments(reader, numbers) : copyDocuments(reader, numbers),
    ({ number }) => number,
  ),
  byId: Object.fromEntries(
    collections.map((collection) => [
      collection,
      batched(
        (ids: readonly string[]) =>
          reader.rows<NamedDocumentRow>(statements.documentsById, [collection, ids]),
        ({ id }) => id,
      ),
    ]),
  ) as Record<Collection, Lookup<string, NamedDocumentRow>>,
});

async function queryDocuments(reader: Reader, numbers: readonly number[]): Promise<DocumentRow[]> {
  const rows = await reader.rows<Omit<DocumentRow, 'body'> & { body: string }>(statements.documentsByNumber, [
    numbers,
  ]);
  return rows.map((row) => ({ ...row, body: Buffer.from(row.body) }));
}

async function copyDocuments(reader: Reader, numbers: readonly number[]): Promise<DocumentRow[]> {
  const rows = (await reader.copyText(statements.copyDocuments(numbers))) as Buffer[][]; // no column may be null
  return rows.map(([number, collection, key, weight, body]) => ({
    number: integerOf(number),
    collection: String(collection) as Collection,
    key: String(key),
    weight: integerOf(weight),
    body: body as Buffer,
  }));
}
