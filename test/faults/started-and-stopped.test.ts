// The server leaves nothing behind, however often it is started and stopped.
import { testTrial } from './trial.ts';

testTrial('started-and-stopped');
