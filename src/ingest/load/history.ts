// Copies what the old database knows of earlier states, so that the log of changes goes on.
import type { Database } from '../../sqlite/open.ts';

/** Copies the state of the dataset and the log of changes. */
export function copyHistory(database: Database): void {
  for (const table of ['dataset', 'dataset_state', 'document_digest', 'document_change']) {
    database.exec(`INSERT INTO main.${table} SELECT * FROM old.${table}`);
  }
}
