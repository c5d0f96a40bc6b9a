// Loads seeds/ into the database that the tests read; runs once before all of them (`before` in package.json).
import { rmSync } from 'node:fs';
import { ingest } from '../../src/ingest/ingest.ts';
import { inProject } from '../../src/project.ts';
import { seedsDatabase } from './app.ts';

rmSync(inProject('.cache', 'test'), { recursive: true, force: true });
await ingest({ database: seedsDatabase, paths: [inProject('seeds')] });
