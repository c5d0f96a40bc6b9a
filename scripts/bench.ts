// Measures the server over generated data and writes docs/performance.md.
import process from 'node:process';
import { benchCommand } from '../bench/performance/command.ts';

process.exitCode = await benchCommand(process.argv.slice(2), process);
