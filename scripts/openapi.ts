// Writes openapi.yaml from the routes.
import { writeFileSync } from 'node:fs';
import { describeRoutes } from '../src/http/openapi/write.ts';
import { inProject } from '../src/project.ts';

writeFileSync(inProject('openapi.yaml'), await describeRoutes());
