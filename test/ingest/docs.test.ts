// What docs/ingest.md shows is what happens.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import t from 'tap';
import { ingestCommand } from '../../src/ingest/command.ts';
import { labelOf } from '../../src/ingest/read/file-names.ts';
import { inProject } from '../../src/project.ts';
import { load, write } from './world.ts';

const page = readFileSync(inProject('docs', 'ingest.md'), 'utf8');

/** The fenced blocks of the page, by what stands behind the fence. */
const blocks = [...page.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(([, info = '', text = '']) => ({
  info,
  text,
}));

const fileOf = (name: string): string => blocks.find(({ info }) => info === `yaml ${name}`)?.text ?? '';

/** The outputs of the commands that the page shows, in order. */
const outputs = blocks
  .filter(({ info }) => info === 'console')
  .flatMap(({ text }) => text.split(/^\$ npm run ingest -- harbour\n/m).slice(1));

async function output(folder: string): Promise<string> {
  let said = '';
  const write = (text: string) => (said += text);
  const streams = { stdout: { write }, stderr: { write } };
  await ingestCommand([folder], { environment: { DATABASE: `${folder}.sqlite` }, ...streams });
  return said
    .replaceAll(labelOf(folder), 'harbour')
    .replace(/version [0-9a-f]{16}/, 'version 0123456789abcdef');
}

t.test('the problems, the load and the second load', async (t) => {
  const [problems, first, second] = outputs;
  const folder = write(path.join(t.testdir(), 'harbour'), {
    'people.yaml': fileOf('people.yaml'),
    'places.yaml': fileOf('places.yaml'),
  });
  t.equal(await output(folder), problems);
  write(folder, {
    'people.yaml': fileOf('people.yaml')
      .replace('organisation: port-authority', 'organization: null')
      .replace('{ eng: Bo Hill }', '{ en: Bo Hill }')
      .replace('county', 'country'),
    'places.yaml': fileOf('places.yaml').replace('citty', 'city').replace('harbor\n', 'harbour\n'),
  });
  t.equal(await output(folder), first);
  t.equal(await output(folder), second);
});

t.test('the lines of NDJSON', async (t) => {
  const lines = blocks.find(({ info }) => info === 'json')?.text ?? '';
  const report = await load(write(path.join(t.testdir(), 'bulk'), { 'bulk.ndjson': lines }));
  t.match(report, { problems: [], counts: { person: { added: 1 }, place: { added: 1 } } });
});
