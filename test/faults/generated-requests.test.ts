// Requests that are generated from the description get no answer that it does not describe.
import { testTrial } from './trial.ts';

testTrial('generated-requests');
