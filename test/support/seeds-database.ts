// Where the database is that the tests read: loaded from seeds/ before all of them.
import { inProject } from '../../src/project.ts';

/** Made by prepare.ts. */
export const seedsDatabase = inProject('.cache', 'test', 'seeds.sqlite');
