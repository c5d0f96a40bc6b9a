// `npm run import`: turns a file of quotations, people or debates into records. See docs/import.md.
import process, { env, stderr, stdout } from 'node:process';
import { importCommand } from '../src/authoring/import/command.ts';

process.exitCode = await importCommand(process.argv.slice(2), { environment: env, stdout, stderr });
