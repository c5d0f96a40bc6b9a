// From a damaged database the server answers what is right or nothing, says so, and recovers.
import { testTrial } from './trial.ts';

testTrial('database-damaged');
