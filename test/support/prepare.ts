// Makes what all tests share: the database that they read, and the programs that run them. `npm test` runs it once before them.
import { rmSync } from 'node:fs';
import { ingest } from '../../src/ingest/ingest.ts';
import { inProject } from '../../src/project.ts';
import { writePrograms } from './programs.ts';
import { seedsDatabase } from './seeds-database.ts';

rmSync(inProject('.cache', 'test'), { recursive: true, force: true });
const { problems } = await ingest({ database: seedsDatabase, paths: [inProject('seeds')] });
if (problems.length > 0) throw new Error(`seeds/ cannot be loaded:\n${JSON.stringify(problems, null, 2)}`);
writePrograms(inProject('dist', 'test'), inProject('.cache', 'test', 'programs'));
