// Derives the read model from the truth: ready documents, filter terms and name keys.
import type { Database } from './open.ts';

/** Builds the whole read model anew, inside the caller's transaction. */
export function deriveReadModel(database: Database): void {
  database.exec('DELETE FROM posting; DELETE FROM term; DELETE FROM document; DELETE FROM name_key;');
}
