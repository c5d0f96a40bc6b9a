// Prepares the database from seeds/ and serves it.
import process from 'node:process';
import { start } from '../src/server/start-command.ts';

process.exitCode = await start({ environment: process.env, stdout: process.stdout, stderr: process.stderr });
