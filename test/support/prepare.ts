// Makes what all tests share: the database and the description of the API that they read, and the programs that run them. `npm test` runs it once before them.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { ingest } from '../../src/ingest/ingest.ts';
import { inProject } from '../../src/project.ts';
import { openapiAsJson, seedsDatabase } from './prepared.ts';
import { writePrograms } from './programs.ts';

rmSync(inProject('.cache', 'test'), { recursive: true, force: true });
const { problems } = await ingest({ database: seedsDatabase, paths: [inProject('seeds')] });
if (problems.length > 0) throw new Error(`seeds/ cannot be loaded:\n${JSON.stringify(problems, null, 2)}`);
writeFileSync(openapiAsJson, JSON.stringify(parse(readFileSync(inProject('openapi.yaml'), 'utf8'))));
writePrograms(inProject('dist', 'test'), inProject('.cache', 'test', 'programs'));
