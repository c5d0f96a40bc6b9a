// Reads which dataset a database holds.
import type { Dataset } from '../store/store.ts';
import type { Prepare } from './prepare.ts';

const query = `
  SELECT version, derivation, languages, ingested_at AS ingestedAt, (SELECT max(derived_at) FROM dataset_state) AS derivedAt
  FROM dataset`;

/** Null where nothing has been ingested. */
export function readDataset(prepare: Prepare): Dataset | null {
  const row = prepare(query).get() as (Omit<Dataset, 'languages'> & { languages: string }) | undefined;
  return row ? { ...row, languages: JSON.parse(row.languages) as Dataset['languages'] } : null;
}
