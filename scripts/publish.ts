// `npm run publish -- postgres://…`: copies the read model of the database file into PostgreSQL. See docs/scale.md.
import process, { env, stderr, stdout } from 'node:process';
import { publishCommand } from '../src/server/publish-command.ts';

process.exitCode = await publishCommand(process.argv.slice(2), { environment: env, stdout, stderr });
