// Tells when documents were added and last changed: the times of the states that did so.
import type { DocumentDates } from '../store/changes.ts';
import type { DocumentId } from '../store/names.ts';
import type { Prepare } from './prepare.ts';

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
