// An ingest killed at any moment leaves the old data or the new, whole.
import { testTrial } from './trial.ts';

testTrial('ingest-killed');
