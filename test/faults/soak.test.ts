// Nothing grows while the server works.
import { testTrial } from './trial.ts';

testTrial('soak');
