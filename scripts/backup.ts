// `npm run backup`: copies the database and proves the copy.
import process, { env, stderr, stdout } from 'node:process';
import { backupCommand } from '../src/backup/command.ts';

process.exitCode = await backupCommand(process.argv.slice(2), { environment: env, stdout, stderr });
