// How the server is started where it is measured or put on trial: as `npm run serve` starts it.
import { readFileSync } from 'node:fs';
import { inProject } from '../../src/project.ts';
import { program } from './database.ts';

const { scripts } = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as {
  scripts: { serve: string };
};

/** What Node is given: the flags of that script, then the program. */
export const servingArguments: readonly string[] = [
  ...(scripts.serve.match(/--\S+/g) ?? []),
  program('scripts/serve.js'),
];
