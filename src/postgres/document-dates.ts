// Tells when documents were added and last changed: the times of the states that did so.
import type { Collection } from '../records/kinds.ts';
import type { DocumentDates } from '../store/changes.ts';
import type { DocumentId } from '../store/names.ts';
import * as statements from './statements.ts';
import type { Version } from './version.ts';

/** The dates of documents, in their order; null where there is no such document. A round trip for each collection. */
export async function datesOf(
  { reader }: Version,
  documents: readonly DocumentId[],
): Promise<(DocumentDates | null)[]> {
  const dates = new Map<string, DocumentDates>();
  const collections = new Set<Collection>(documents.map(({ collection }) => collection));
  const fetched = [...collections].map(async (collection) => {
    const ids = documents.filter((document) => document.collection === collection).map(({ id }) => id);
    const rows = await reader.rows<DocumentDates & { id: string }>(statements.documentDates, [
      collection,
      ids,
    ]);
    for (const { id, added, changed } of rows) dates.set(`${collection} ${id}`, { added, changed });
  });
  await Promise.all(fetched);
  return documents.map(({ collection, id }) => dates.get(`${collection} ${id}`) ?? null);
}
