// The text of openapi.yaml: the description of the API as the routes make it, over an empty database.

import type { OpenAPIV3_1 } from 'openapi-types';
import { asYaml } from '../http/openapi/routes.ts';
import { emptyDatabase } from '../sqlite/open.ts';
import { buildApp } from './app.ts';
import { readConfig } from './config.ts';

/** OpenAPI 3.1 as YAML. */
export async function describeRoutes(): Promise<string> {
  const database = emptyDatabase();
  const app = await buildApp({ database, config: readConfig({}) });
  await app.ready();
  const text = asYaml(app.swagger() as OpenAPIV3_1.Document);
  await app.close();
  database.close();
  return text;
}
