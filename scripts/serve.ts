// Serves the database that is there.
import process from 'node:process';
import { serveCommand } from '../src/server/serve-command.ts';

process.exitCode = await serveCommand({ environment: process.env, stderr: process.stderr });
