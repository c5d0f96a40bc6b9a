// An ingest that something stands in the way of says so, and leaves the old data whole.
import { testTrial } from './trial.ts';

testTrial('ingest-hindered');
