// Bundles what was compiled, part of the build: a start spends its time on finding and reading files, and so there are few.
import { readdirSync } from 'node:fs';
import { build } from 'rolldown';
import { inProject } from '../src/project.ts';

/** These look for files of their own beside them, so they stay where they are. */
const inPlace = [/^better-sqlite3/, /^piscina/, /^pino/, /^@fastify\/swagger-ui/];

/** These the framework loads when they are first needed: most programs never read them, and would read all that is in a bundle. */
const whenNeeded = [
  /^ajv/,
  /^fast-json-stringify/,
  /^light-my-request/,
  /^@fastify\/(?:ajv|fast-json-stringify)-compiler/,
];

/** Scripts that only start others; they stay as they are. */
const left = ['bench', 'bundle', 'torture'];

/** What runs in threads and in processes of a cluster, by its path in `src/`. */
const programs = [
  'cluster-process',
  'database/check-thread',
  'database/making/thread',
  'downloads/vacuum',
  'ingest/check-thread',
  'workers/thread',
];

const scripts = readdirSync(inProject('dist/scripts'))
  .filter((file) => file.endsWith('.js'))
  .map((file) => file.slice(0, -'.js'.length))
  .filter((name) => !left.includes(name));

const names = [...scripts.map((name) => `scripts/${name}`), ...programs.map((name) => `src/${name}`)];

await build({
  input: Object.fromEntries(names.map((name) => [name, inProject('dist', `${name}.js`)])),
  platform: 'node',
  external: [...inPlace, ...whenNeeded],
  output: {
    dir: inProject('dist'),
    format: 'esm',
    entryFileNames: '[name].js', // in the place of what they were made from
    chunkFileNames: 'chunks/[name].js', // beside `src/`, which src/project.ts finds from there
    sourcemap: true,
  },
  logLevel: 'warn',
});
