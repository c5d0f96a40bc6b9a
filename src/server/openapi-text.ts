// The text of openapi.yaml: the description of the API as the routes make it, over an empty database.

import type { OpenAPIV3_1 } from 'openapi-types';
import { readConfig } from '../config.ts';
import { asYaml } from '../http/openapi/routes.ts';
import { emptyDatabase } from '../sqlite/open.ts';
import { storeOf } from '../sqlite/store.ts';
import { buildApp } from './app.ts';

/** OpenAPI 3.1 as YAML. */
export async function describeRoutes(): Promise<string> {
  const app = await buildApp({ store: storeOf(emptyDatabase()), config: readConfig({}) });
  await app.ready();
  const text = asYaml(app.swagger() as OpenAPIV3_1.Document);
  await app.close();
  return text;
}
