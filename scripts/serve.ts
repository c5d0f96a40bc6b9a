// Serves the database that is there.
import process from 'node:process';
import { serveCommand } from '../src/serve.ts';

process.exitCode = await serveCommand({ environment: process.env, stderr: process.stderr });
