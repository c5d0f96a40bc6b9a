// Keeps the documents of a small file in memory once they were read; those of a large file are read each time.
import type { Collection } from '../records/references.ts';
import { type PlacedDocument, placedDocumentsOf } from './bodies.ts';
import type { Prepare } from './prepare.ts';

/** Files up to this size are small, in bytes: a few thousand statements (docs/decisions/what-a-page-costs.md). */
const defaultMaxFileBytes = 16 * 1024 * 1024;

export interface DocumentCache {
  /** The documents with these numbers, in this order. */
  withNumbers(numbers: readonly number[]): PlacedDocument[];
  /** The document with this id; null where the collection has none. */
  withId(collection: Collection, id: string): Buffer | null;
}

/** The documents of a state that does not change. Nobody may write into them. */
export function documentCacheOf(prepare: Prepare, maxFileBytes = defaultMaxFileBytes): DocumentCache {
  const isSmall = fileBytes(prepare) <= maxFileBytes;
  const kept = new Map<number | string, PlacedDocument>();

  function readAndKeep(numbers: readonly number[]): PlacedDocument[] {
    const documents = placedDocumentsOf(prepare, numbers);
    for (const [at, document] of documents.entries()) kept.set(numbers[at] as number, document);
    return documents;
  }

  return {
    withNumbers(numbers) {
      if (!isSmall) return placedDocumentsOf(prepare, numbers);
      const found = numbers.map((number) => kept.get(number));
      const missing = numbers.filter((_number, at) => found[at] === undefined);
      const others = (missing.length > 0 ? readAndKeep(missing) : []).values();
      return found.map((document) => document ?? (others.next().value as PlacedDocument));
    },
    withId(collection, id) {
      const key = `${collection}/${id}`;
      const document = kept.get(key) ?? readWithId(prepare, collection, id);
      if (document && isSmall) kept.set(key, document);
      return document?.body ?? null;
    },
  };
}

function readWithId(prepare: Prepare, collection: Collection, id: string): PlacedDocument | undefined {
  const query = 'SELECT body, sort_key AS key, weight FROM document WHERE collection = ? AND id = ?';
  return prepare(query).get(collection, id) as PlacedDocument | undefined;
}

const fileBytes = (prepare: Prepare): number =>
  prepare('SELECT page_count * page_size FROM pragma_page_count, pragma_page_size').pluck().get() as number;
