// The dataset as a whole: which content it is, which code made its answers, and when it was loaded.
import type { Prepare } from './prepare.ts';

/** The dataset as a whole. `derivation` names the code that derived its read model; `ingestedAt` is ISO 8601, UTC. */
export interface Dataset {
  version: string;
  derivation: string;
  ingestedAt: string;
}

/** Null where nothing has been ingested. */
export const readDataset = (prepare: Prepare): Dataset | null =>
  (prepare('SELECT version, derivation, ingested_at AS ingestedAt FROM dataset').get() as
    | Dataset
    | undefined) ?? null;
