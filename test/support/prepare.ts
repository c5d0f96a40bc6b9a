// Loads seeds/ into the database that the tests read; runs once before all of them (`before` in package.json).
import { rmSync } from 'node:fs';
import { ingest } from '../../src/ingest/ingest.ts';
import { inProject } from '../../src/project.ts';
import { seedsDatabase } from './app.ts';

rmSync(inProject('.cache', 'test'), { recursive: true, force: true });
const { problems } = await ingest({ database: seedsDatabase, paths: [inProject('seeds')] });
if (problems.length > 0) throw new Error(`seeds/ cannot be loaded:\n${JSON.stringify(problems, null, 2)}`);
