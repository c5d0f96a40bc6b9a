// Every trial, one line each, in the order of the page.
import { databaseDamaged } from './database-damaged.ts';
import { generatedRequests } from './generated-requests.ts';
import { ingestKilled } from './ingest-killed.ts';
import type { Trial } from './trial.ts';

export const trials: readonly Trial[] = [ingestKilled, databaseDamaged, generatedRequests];
