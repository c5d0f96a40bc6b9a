// Serves the database that is there.
import process from 'node:process';
import { serveCommand } from '../src/start.ts';

process.exitCode = await serveCommand({ environment: process.env, stderr: process.stderr });
