// The text of openapi.yaml: the description of the API as the routes make it, over an empty database.

import { emptyDatabase } from '../sqlite/open.ts';
import { buildApp } from './app.ts';
import { readConfig } from './config.ts';

/** OpenAPI 3.1 as YAML. */
export async function describeRoutes(): Promise<string> {
  const database = emptyDatabase();
  const app = await buildApp({ database, config: readConfig({}) });
  await app.ready();
  const text = app.swagger({ yaml: true });
  await app.close();
  database.close();
  return text;
}
