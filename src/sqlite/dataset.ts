// Reads which dataset a database holds.
import type { Dataset } from '../store/store.ts';
import type { Prepare } from './prepare.ts';

/** Null where nothing has been ingested. */
export const readDataset = (prepare: Prepare): Dataset | null =>
  (prepare('SELECT version, derivation, ingested_at AS ingestedAt FROM dataset').get() as
    | Dataset
    | undefined) ?? null;
