// Loads seeds/ into the database that the tests read; runs once before all of them (`before` in package.json).
// tap measures it without asking coverage-map.mjs, so whatever it imports must lie in src/ or test/: all else would be in the report.
import { rmSync } from 'node:fs';
import { ingest } from '../../src/ingest/ingest.ts';
import { inProject } from '../../src/project.ts';
import { seedsDatabase } from './seeds-database.ts';

rmSync(inProject('.cache', 'test'), { recursive: true, force: true });
const { problems } = await ingest({ database: seedsDatabase, paths: [inProject('seeds')] });
if (problems.length > 0) throw new Error(`seeds/ cannot be loaded:\n${JSON.stringify(problems, null, 2)}`);
