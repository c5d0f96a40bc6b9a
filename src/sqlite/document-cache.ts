// Reads documents; keeps those of a small file in memory once they were read, and reads those of a large file each time.
import type { Collection } from '../records/kinds.ts';
import { documentsOf, documentWithId, numberOf } from './documents.ts';
import type { Prepare } from './prepare.ts';

/** Files up to this size are small, in bytes: ten thousand statements, the documents of which take half of it (docs/decisions/what-a-page-costs.md). */
const defaultMaxFileBytes = 128 * 1024 * 1024;

export interface DocumentCache {
  /** The documents with these numbers, in this order. */
  withNumbers(numbers: readonly number[]): Buffer[];
  /** The document with this id; null where the collection has none. */
  withId(collection: Collection, id: string): Buffer | null;
}

/** The documents of a state that does not change. Nobody may write into them. */
export const documentCacheOf = (prepare: Prepare, maxFileBytes = defaultMaxFileBytes): DocumentCache =>
  fileBytes(prepare) <= maxFileBytes
    ? keptDocuments(prepare)
    : {
        withNumbers: (numbers) => documentsOf(prepare, numbers),
        withId: (collection, id) => documentWithId(prepare, collection, id) ?? null,
      };

function keptDocuments(prepare: Prepare): DocumentCache {
  const kept = new Map<number, Buffer>();
  const numbersById = new Map<string, number>();

  function withNumbers(numbers: readonly number[]): Buffer[] {
    const missing = numbers.filter((number) => !kept.has(number));
    if (missing.length > 0)
      for (const [at, document] of documentsOf(prepare, missing).entries())
        kept.set(missing[at] as number, document);
    return numbers.map((number) => kept.get(number) as Buffer);
  }

  return {
    withNumbers,
    withId(collection, id) {
      const key = `${collection}/${id}`;
      const number = numbersById.get(key) ?? numberOf(prepare, collection, id);
      if (number === undefined) return null;
      numbersById.set(key, number);
      return withNumbers([number])[0] as Buffer;
    },
  };
}

const fileBytes = (prepare: Prepare): number =>
  prepare('SELECT page_count * page_size FROM pragma_page_count, pragma_page_size').pluck().get() as number;
