// `npm run ingest`: loads seeds or other records into the database.
import process, { env, stderr, stdout } from 'node:process';
import { ingestCommand } from '../src/ingest/command.ts';

process.exitCode = await ingestCommand(process.argv.slice(2), { environment: env, stdout, stderr });
