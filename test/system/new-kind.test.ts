// A kind of record that the project does not have, added as CONTRIBUTING.md says and asked for in every way: fails where a list
// of kinds is written by hand, in types or in answers.
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { freePort } from '../../bench/processes.ts';
import { inProject } from '../../src/project.ts';
import { fetched, until } from '../server/threads/listening.ts';
import { node, start } from './server.ts';

/** Files that get a line or a row: the text before which it is put, each once. */
const additions: Record<string, [before: string, added: string][]> = {
  'src/records/kinds.ts': [
    [
      '  source: {\n',
      `  gesture: {
    collection: 'gestures',
    type: 'Action',
    one: { en: 'Gesture', ar: 'إيماءة' },
    many: { en: 'Gestures', ar: 'الإيماءات' },
    isNamed: true,
    filters: ['mention'],
  },
`,
    ],
  ],
  'src/resources/registry.ts': [
    ['import { organizationKind }', "import { gestureKind } from './gestures/kind.ts';\n"],
    ['  source: sourceKind,\n', '  gesture: gestureKind,\n'],
    ['  eventKind,\n', '  gestureKind,\n'],
  ],
  'src/resources/collections.ts': [
    ['import { organizations }', "import { gestures } from './gestures/contract.ts';\n"],
    ['  sources,\n', '  gestures,\n'],
  ],
};

const ownFiles = readdirSync(inProject('test', 'system', 'new-kind'));

const seeds = `
- id: red-carpet
  name: { en: Red carpet, ar: السجادة الحمراء }
  aliases: [carpet welcome]
  country: US
  event: alaska-2025
  description: { en: A carpet on the airfield., ar: سجادة في المطار. }
`;

/** The program with the new kind, compiled in a folder of its own. */
function programWithKind(t: Test): string {
  const folder = t.testdir({});
  for (const name of ['src', 'scripts', 'migrations', 'assets', 'seeds', 'package.json'])
    cpSync(inProject(name), path.join(folder, name), { recursive: true });
  symlinkSync(inProject('node_modules'), path.join(folder, 'node_modules'));
  cpSync(inProject('test', 'system', 'new-kind'), path.join(folder, 'src', 'resources', 'gestures'), {
    recursive: true,
  });
  for (const [file, changes] of Object.entries(additions))
    rewrite(path.join(folder, file), (text) => changes.reduce(withAddition, text));
  writeFileSync(path.join(folder, 'seeds', 'gestures.yaml'), seeds);
  rewrite(path.join(folder, 'seeds', 'alaska-2025', 'statements.yaml'), (text) =>
    text.replace(/mentions: \[/, 'mentions: [gesture/red-carpet, '),
  );
  const { compilerOptions } = JSON.parse(readFileSync(inProject('tsconfig.json'), 'utf8'));
  const config = { compilerOptions, include: ['src'], files: ['scripts/ingest.ts', 'scripts/serve.ts'] };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config));
  const compiler = inProject('node_modules', 'typescript', 'bin', 'tsc');
  const { status, stdout, stderr } = spawnSync(...node(compiler, '-p', folder), { encoding: 'utf8' });
  if (status !== 0) throw new Error(`a type lists the kinds by hand?\n${stdout}${stderr}`);
  return folder;
}

const rewrite = (file: string, change: (text: string) => string): void =>
  writeFileSync(file, change(readFileSync(file, 'utf8')));

/** The text with an addition before the last place that holds a text. */
function withAddition(text: string, [before, added]: [before: string, added: string]): string {
  const at = text.lastIndexOf(before);
  if (at < 0) throw new Error(`nothing to put ${added} before: ${before}`);
  return text.slice(0, at) + added + text.slice(at);
}

t.test('a new kind of record is at most 8 files, and everything knows it', async (t) => {
  t.ok(ownFiles.length + Object.keys(additions).length <= 8, 'at most 8 files');
  const folder = programWithKind(t);
  const [database, port] = [path.join(folder, 'data.sqlite'), await freePort()];
  const settings = { PATH: process.env['PATH'], DATABASE: database, PORT: String(port), RATE_LIMIT: '0' };
  const script = (name: string) => node(path.join(folder, 'dist', 'scripts', `${name}.js`));
  const ingested = await start(...script('ingest'), { cwd: folder, env: settings }).ended;
  t.equal(ingested.status, 0, ingested.stderr);
  const server = start(...script('serve'), { cwd: folder, env: settings });
  t.teardown(async () => {
    server.child.kill('SIGTERM');
    await server.ended;
  });
  await until(() =>
    fetched(port, '/health/live').then(
      ({ status }) => status === 200,
      () => false,
    ),
  );
  const ask = async (url: string, accept = '*/*'): Promise<string> => {
    const answer = await fetch(`http://127.0.0.1:${port}${url}`, { headers: { accept } });
    if (answer.status === 503) return wait(100).then(() => ask(url, accept)); // the machine has other work
    t.equal(answer.status, 200, url);
    return answer.text();
  };
  const json = async (url: string) => JSON.parse(await ask(url));
  const id = 'red-carpet';
  const found = { data: [{ id, kind: 'gesture' }] };

  t.match(await json('/gestures'), { data: [{ id, event: { id: 'alaska-2025' } }], page: { total: 1 } });
  t.match(await json('/gestures?country=us&event=alaska-2025'), { page: { total: 1 } }, 'filters');
  t.match(await json('/gestures?country=ru'), { page: { total: 0 } });
  t.match(await json(`/gestures/${id}`), { statements: { mention: { count: 1 } } }, 'an item');
  t.match(await ask('/gestures?format=csv'), /^id,name\.en,/, 'formats');
  t.match(await json('/gestures?format=jsonld'), { itemListElement: [{ '@type': 'Action' }] });
  t.match(await ask('/dataset.ndjson'), '"kind":"gesture"', 'downloads');
  t.match(await json('/suggest?q=carp'), { data: [{ id, param: 'mention', value: `gesture/${id}` }] });
  t.match(await json('/search?q=carpet&kind=gesture'), found, 'a search');
  for (const mention of [id, 'السجادة الحمراء', `gesture/${id}`]) {
    const { data, page } = await json(`/statements?mention=${encodeURIComponent(mention)}&facets=mention`);
    t.equal(page.total, 1, `mentions: ${mention}`);
    t.ok(data[0].mentions.some((each: { kind: string }) => each.kind === 'gesture'));
  }
  t.match(await json('/dataset'), { collections: { gestures: { count: 1 } } });
  t.match(await json('/changes?collection=gestures'), { data: [{ id, collection: 'gestures' }] });
  const description = await json('/openapi.json');
  t.match(description.paths['/gestures/{id}'].get, { operationId: 'getGesture', tags: ['Gestures'] });
  t.ok(
    description.tags.some(({ name }: { name: string }) => name === 'Gestures'),
    'the description',
  );
  t.match(await ask('/gestures', 'text/html'), /<h1[^>]*>.*Gestures.*Red carpet/s, 'pages');
  const page = await ask(`/gestures/${id}`, 'text/html');
  t.match(page, /<h1.*Red carpet.*United States.*\/events\/alaska-2025/s);
  t.match(page, 'class="all"', 'the statements that mention it');
  t.match(await ask(`/gestures/${id}?lang=ar`, 'text/html'), /إيماءة.*السجادة الحمراء/s);
});
