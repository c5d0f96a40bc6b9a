// Looks up the documents of a version, by number and by id, and holds those that were read last.
import { LRUCache } from 'lru-cache';
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
  byNumber: holding(
    batched(
      (numbers) =>
        numbers.length < worthCopying ? queryDocuments(reader, numbers) : copyDocuments(reader, numbers),
      ({ number }) => number,
    ),
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

/** Bounds the documents that are held: a page of held ones needs no round trip. */
const heldBytes = 32 * 1024 * 1024;

/** What the objects of a held document take besides its body, roughly. */
const overheadBytes = 400;

/** Looks up what is not held, and holds it. */
function holding(lookup: Lookup<number, DocumentRow>): Lookup<number, DocumentRow> {
  const held = new LRUCache<number, DocumentRow>({ maxSize: heldBytes });
  return async (numbers) => {
    const known = new Map<number, DocumentRow>();
    for (const number of numbers) {
      const row = held.get(number);
      if (row) known.set(number, row);
    }
    const missing = known.size === 0 ? numbers : numbers.filter((number) => !known.has(number));
    if (missing.length === 0) return known;
    const fetched = await lookup(missing);
    for (const number of missing) {
      const row = fetched.get(number);
      if (!row || known.has(number)) continue;
      const own = { ...row, body: ownCopy(row.body) };
      known.set(number, own);
      held.set(number, own, { size: own.body.length + overheadBytes });
    }
    return known;
  };
}

/** Bytes of their own: the view of a small part would keep the whole COPY in memory. */
function ownCopy(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
}

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
