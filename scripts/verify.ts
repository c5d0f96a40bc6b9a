// `npm run verify`: proves the seeds against the articles.
import process, { env, stderr, stdout } from 'node:process';
import { verifyCommand } from '../src/authoring/articles/verify-command.ts';

process.exitCode = verifyCommand(process.argv.slice(2), { environment: env, stdout, stderr });
