// Every trial, one line each, in the order of the page.
import { changesUnderLoad } from './changes-under-load.ts';
import { databaseDamaged } from './database-damaged.ts';
import { generatedRequests } from './generated-requests.ts';
import { ingestHindered } from './ingest-hindered.ts';
import { ingestKilled } from './ingest-killed.ts';
import { overload } from './overload.ts';
import { soak } from './soak.ts';
import { startedAndStopped } from './started-and-stopped.ts';
import { stoppedUnderLoad } from './stopped-under-load.ts';
import type { Trial } from './trial.ts';

export const trials: readonly Trial[] = [
  ingestKilled,
  ingestHindered,
  databaseDamaged,
  changesUnderLoad,
  generatedRequests,
  overload,
  stoppedUnderLoad,
  startedAndStopped,
  soak,
];
