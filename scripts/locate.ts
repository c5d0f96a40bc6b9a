// `npm run locate`: fills in where the seeds' passages stand in the articles.
import process, { env, stderr, stdout } from 'node:process';
import { locateCommand } from '../src/authoring/articles/locate-command.ts';

process.exitCode = locateCommand(process.argv.slice(2), { environment: env, stdout, stderr });
