// A stop under load drops nothing that was accepted.
import { testTrial } from './trial.ts';

testTrial('stopped-under-load');
