// Three times the load that it can answer fails no request: what is too much is turned away.
import { testTrial } from './trial.ts';

testTrial('overload');
