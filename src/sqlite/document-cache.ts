// Keeps the documents that were read last: the same few stand in many lists, and reading one takes longer than sending it.
import { LRUCache } from 'lru-cache';
import type { Collection } from '../records/references.ts';
import { type PlacedDocument, placedDocumentsOf } from './bodies.ts';
import type { Prepare } from './prepare.ts';

/** Memory that the documents take by default, in bytes. Twenty of them take 60 µs to read, and 2 µs from here. */
const defaultMaxBytes = 8 * 1024 * 1024;

/** Memory that an entry takes in addition to its document, in bytes, roughly. */
const entryOverheadBytes = 300;

export interface DocumentCache {
  /** The documents with these numbers, in this order. */
  withNumbers(numbers: readonly number[]): PlacedDocument[];
  /** The document with this id; null where the collection has none. */
  withId(collection: Collection, id: string): Buffer | null;
}

/** The documents of a state that does not change. Nobody may write into them. */
export function documentCacheOf(prepare: Prepare, maxBytes = defaultMaxBytes): DocumentCache {
  const cached = new LRUCache<number | string, PlacedDocument>({
    maxSize: maxBytes,
    sizeCalculation: ({ body }) => body.length + entryOverheadBytes,
  });

  function read(numbers: readonly number[]): PlacedDocument[] {
    const documents = placedDocumentsOf(prepare, numbers);
    for (const [at, document] of documents.entries()) cached.set(numbers[at] as number, document);
    return documents;
  }

  return {
    withNumbers(numbers) {
      const found = numbers.map((number) => cached.get(number));
      const missing = numbers.filter((_number, at) => found[at] === undefined);
      const others = (missing.length > 0 ? read(missing) : []).values();
      return found.map((document) => document ?? (others.next().value as PlacedDocument));
    },
    withId(collection, id) {
      const key = `${collection}/${id}`;
      const known = cached.get(key);
      if (known) return known.body;
      const query = 'SELECT body, sort_key AS key, weight FROM document WHERE collection = ? AND id = ?';
      const document = prepare(query).get(collection, id) as PlacedDocument | undefined;
      if (document) cached.set(key, document);
      return document?.body ?? null;
    },
  };
}
