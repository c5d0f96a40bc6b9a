// Writes openapi.yaml from the routes.
import { writeFileSync } from 'node:fs';
import { inProject } from '../src/project.ts';
import { describeRoutes } from '../src/server/openapi-text.ts';

writeFileSync(inProject('openapi.yaml'), await describeRoutes());
