// While the data changes, no request fails, and each answer is of one version alone.
import { testTrial } from './trial.ts';

testTrial('changes-under-load');
