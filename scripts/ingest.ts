// `npm run ingest`: loads seeds or other records into the database.
import { constants, setPriority } from 'node:os';
import process, { env, stderr, stdout } from 'node:process';
import { ingestCommand } from '../src/ingest/command.ts';

setPriority(constants.priority.PRIORITY_BELOW_NORMAL); // whoever serves on the same machine goes first, as people wait there

process.exitCode = await ingestCommand(process.argv.slice(2), { environment: env, stdout, stderr });
