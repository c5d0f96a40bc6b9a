// Where the files are that prepare.ts makes before all tests.
import { inProject } from '../../src/project.ts';

/** The database that the tests read, loaded from seeds/. */
export const seedsDatabase = inProject('.cache', 'test', 'seeds.sqlite');

/** openapi.yaml as JSON. */
export const openapiAsJson = inProject('.cache', 'test', 'openapi.json');
