// Breaks things on purpose and writes docs/reliability.md.
import process from 'node:process';
import { tortureCommand } from '../torture/command.ts';

process.exitCode = await tortureCommand(process.argv.slice(2), process);
